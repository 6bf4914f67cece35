vcl 4.1;

import std;

# The site. Varnish asks it what is not here yet or is no longer fresh.
backend site {
    .host = "127.0.0.1";
    .port = "8105";
    .max_connections = 200;
    .probe = { .url = "/gezond/klaar"; .interval = 2s; .timeout = 1s; .window = 3; .threshold = 2; }
}

# Who may make it forget: `manage.py purge_caches`.
acl editors {
    "127.0.0.1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ editors) {
            return (synth(403));
        }
        if (std.ban("obj.http.Surrogate-Key ~ " + req.http.Surrogate-Match)) {
            return (synth(200, "Forgotten"));
        }
        return (synth(400, std.ban_error()));
    }
    # Staff, forms and referrals: nothing of them is kept, here or there.
    if (req.http.Cookie ~ "(sessionid|csrftoken)=" || (req.method != "GET" && req.method != "HEAD")) {
        return (pass);
    }
    unset req.http.Cookie;
    # Two ways of writing one wish are one answer in one memory.
    if (req.http.Accept-Encoding ~ "gzip") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    # Old is served for a moment, while a new one is fetched; while the site is away for an hour.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 30s;
    }
    # Nothing that was searched for stays in a memory that is not ours.
    if (req.url ~ "[?&](q|bij|bbox)=" || req.url ~ "^/(en/)?verwijzen/") {
        return (pass);
    }
}

sub vcl_backend_response {
    # What is for caches alone (RFC 9213); without PUBLIC_MAX_AGE they ask every time.
    if (beresp.http.CDN-Cache-Control) {
        set beresp.ttl = std.duration(
            regsub(beresp.http.CDN-Cache-Control, "^.*max-age=([0-9]+).*$", "\1") + "s", 0s);
        set beresp.grace = std.duration(
            regsub(beresp.http.CDN-Cache-Control, "^.*stale-if-error=([0-9]+).*$", "\1") + "s", 0s);
    } elsif (beresp.http.Cache-Control ~ "no-cache" && beresp.http.ETag && beresp.status == 200) {
        # Kept only to be asked about: the site answers 304 in less than a millisecond.
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        set beresp.keep = 1h;
    }
    if (beresp.status >= 500 && bereq.is_bgfetch) {
        return (abandon);
    }
}

sub vcl_deliver {
    unset resp.http.Surrogate-Key;
    unset resp.http.CDN-Cache-Control;
}
