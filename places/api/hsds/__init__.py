"""`/api/hsds/v3`: the places as HSDS 3.1 of Open Referral has services. The map: docs/hsds.md."""
