namespace WhatsCommerce.Testing;

/// <summary>The endpoints of a local Stripe. Runs under the lock of its provider.</summary>
internal sealed class StripeApi(LocalStripe stripe, StripeEvents events)
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    // expires_at is whole seconds, and made before the request is here.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    // Source: docs.stripe.com/api/checkout/sessions/create.
    private static readonly HashSet<string> SessionParameters = new(StringComparer.Ordinal)
    {
        "adaptive_pricing", "after_expiration", "allow_promotion_codes", "automatic_tax", "billing_address_collection", "branding_settings",
        "cancel_url", "client_reference_id", "consent_collection", "currency", "custom_fields", "custom_text", "customer",
        "customer_account", "customer_creation", "customer_email", "customer_update", "discounts", "excluded_payment_method_types",
        "expand", "expires_at", "integration_identifier", "invoice_creation", "line_items", "locale", "managed_payments", "metadata",
        "mode", "name_collection", "optional_items", "origin_context", "payment_intent_data", "payment_method_collection",
        "payment_method_configuration", "payment_method_data", "payment_method_options", "payment_method_types", "permissions",
        "phone_number_collection", "redirect_on_completion", "return_url", "saved_payment_method_options", "setup_intent_data",
        "shipping_address_collection", "shipping_options", "submit_type", "subscription_data", "success_url", "tax_id_collection",
        "ui_mode", "wallet_options",
    };

    private static readonly HashSet<string> RefundParameters = new(StringComparer.Ordinal)
    {
        "amount", "charge", "currency", "customer", "expand", "instructions_email", "metadata", "origin", "payment_intent", "reason",
        "refund_application_fee", "reverse_transfer",
    };

    private static readonly string[] LeftOut = ["discounts", "customer", "subscription_data", "setup_intent_data"];

    public LocalResponse Handle(LocalRequest request)
    {
        JsonObject form = request.Method == "GET" ? StripeForm.ParseQuery(request) : StripeForm.Parse(request);
        return (request.Method, request.Parts) switch
        {
            ("POST", ["v1", "checkout", "sessions"]) => Expanded(Create(form), form),
            ("GET", ["v1", "checkout", "sessions"]) => List(
                request, form, stripe.Sessions().Where(one => Fits(one, form)), StripeObjects.Session),
            ("GET", ["v1", "checkout", "sessions", { } id]) => Expanded(StripeObjects.Session(Session(id)), form),
            ("GET", ["v1", "checkout", "sessions", { } id, "line_items"]) => LocalResponse.Done(Lines(Session(id))),
            ("POST", ["v1", "checkout", "sessions", { } id, "expire"]) => Expanded(Expire(Session(id)), form),
            ("GET", ["v1", "payment_intents", { } id]) => Expanded(StripeObjects.Intent(Intent(id)), form),
            ("GET", ["v1", "charges"]) => List(request, form, Charges(form), StripeObjects.Charge),
            ("GET", ["v1", "charges", { } id]) => Expanded(StripeObjects.Charge(Charge(id)), form),
            ("POST", ["v1", "refunds"]) => Expanded(Refund(form), form),
            ("GET", ["v1", "refunds"]) => List(request, form, Refunds(form), StripeObjects.Refund),
            ("GET", ["v1", "refunds", { } id]) => Expanded(
                StripeObjects.Refund(stripe.Refund(id) ?? throw StripeRefusal.Missing("refund", id)), form),
            ("GET", ["v1", "disputes"]) => List(request, form, Disputes(form), StripeObjects.Dispute),
            ("GET", ["v1", "disputes", { } id]) => Expanded(
                StripeObjects.Dispute(
                    stripe.AllDisputes().FirstOrDefault(one => one.Id == id) ?? throw StripeRefusal.Missing("dispute", id)),
                form),
            ("GET", ["v1", "events"]) => List(request, form, events.All.Where(one => Fits(one, form)), static one => one),
            ("GET", ["v1", "events", { } id]) => LocalResponse.Done(events.Find(id) ?? throw StripeRefusal.Missing("event", id)),
            _ => throw new StripeRefusal($"Unrecognized request URL ({request.Call}).") { Status = 404 },
        };
    }

    private JsonObject Create(JsonObject form)
    {
        Known(form, SessionParameters);
        foreach (string own in LeftOut.Where(form.ContainsKey))
        {
            throw new StripeRefusal($"The local Stripe does not have {own}.") { Param = own };
        }

        if (form.Text("mode") != "payment")
        {
            throw new StripeRefusal("mode must be payment.") { Param = "mode" };
        }

        if (form.Object("automatic_tax").Text("enabled") == "true")
        {
            throw new StripeRefusal("The local Stripe computes no tax.") { Param = "automatic_tax" };
        }

        Address(form, "success_url", isRequired: true);
        Address(form, "cancel_url", isRequired: false);
        if (form.Text("client_reference_id") is { Length: > 200 })
        {
            throw new StripeRefusal("client_reference_id has at most 200 characters.") { Param = "client_reference_id" };
        }

        Metadata(form);
        Metadata(form.Object("payment_intent_data"));
        (long total, string currency) = StripeLines.Judge(form);
        DateTimeOffset now = stripe.Time.GetUtcNow();
        LocalCheckout made = new(stripe, "cs_test_" + LocalIds.Random(58), form)
        {
            Reference = form.Text("client_reference_id"),
            Amount = StripeMoney.ToMoney(total, currency),
            CreatedAt = now,
            ExpiresAt = ExpiryOf(form, now),
        };
        stripe.Add(made);
        return StripeObjects.Session(made);
    }

    private static DateTimeOffset ExpiryOf(JsonObject form, DateTimeOffset now)
    {
        if (form.Whole("expires_at") is not { } at)
        {
            return now + Latest;
        }

        return at >= (now + Soonest - Slack).ToUnixTimeSeconds() && at <= (now + Latest + Slack).ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(at)
            : throw new StripeRefusal("The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.")
            {
                Param = "expires_at",
            };
    }

    private JsonObject Expire(LocalCheckout checkout)
    {
        if (checkout.State is not LocalCheckoutState.Open)
        {
            throw new StripeRefusal("Only Checkout Sessions with a status in [\"open\"] can be expired.");
        }

        stripe.Cancel(checkout);
        return StripeObjects.Session(checkout);
    }

    private JsonObject Refund(JsonObject form)
    {
        Known(form, RefundParameters);
        Metadata(form);
        if (form.Text("reason") is { } reason && reason is not ("duplicate" or "fraudulent" or "requested_by_customer"))
        {
            throw new StripeRefusal("Invalid reason.") { Param = "reason" };
        }

        LocalCharge charge = form.Text("charge") is { } id
            ? Charge(id)
            : Intent(form.Text("payment_intent") ?? throw new StripeRefusal("One of charge, payment_intent must be given.")).Charge
                ?? throw new StripeRefusal("This PaymentIntent does not have a successful charge to refund.");
        long left = StripeMoney.ToMinor(charge.Left);
        long amount = form.Whole("amount") ?? left;
        if (left == 0)
        {
            throw new StripeRefusal($"Charge {charge.Id} has already been refunded.") { Code = "charge_already_refunded" };
        }

        if (charge.Disputes.Any(dispute => dispute.IsWon is not true))
        {
            throw new StripeRefusal($"Charge {charge.Id} has been charged back; cannot issue a refund.") { Code = "charge_disputed" };
        }

        return amount > 0 && amount <= left
            ? StripeObjects.Refund(stripe.Refund(charge, amount, form))
            : throw new StripeRefusal($"Refund amount ({amount}) is greater than unrefunded amount ({left}).") { Param = "amount" };
    }

    private LocalCheckout Session(string id) => stripe.Session(id) ?? throw StripeRefusal.Missing("checkout.session", id);

    private LocalCheckout Intent(string id) => stripe.Sessions().FirstOrDefault(checkout => checkout.PaymentId == id)
        ?? throw StripeRefusal.Missing("payment_intent", id);

    private LocalCharge Charge(string id) => stripe.Ledger.Find(id) ?? throw StripeRefusal.Missing("charge", id);

    private static bool Fits(LocalCheckout checkout, JsonObject form) =>
        (form.Text("payment_intent") is not { } intent || checkout.PaymentId == intent)
        && (form.Object("created").Whole("gte") is not { } from || checkout.CreatedAt.ToUnixTimeSeconds() >= from)
        && (form.Object("created").Whole("lte") is not { } to || checkout.CreatedAt.ToUnixTimeSeconds() <= to)
        && (form.Text("status") is not { } status || status == checkout.State switch
        {
            LocalCheckoutState.Open => "open",
            LocalCheckoutState.Expired => "expired",
            _ => "complete",
        });

    private static bool Fits(JsonObject told, JsonObject form) =>
        form.Text("type") is not { } type || told["type"]!.GetValue<string>() == type;

    private IEnumerable<LocalCharge> Charges(JsonObject form) => stripe.Ledger.Charges.Reverse()
        .Where(charge => form.Text("payment_intent") is not { } intent || charge.Checkout.PaymentId == intent);

    private IEnumerable<LocalRefund> Refunds(JsonObject form) => stripe.Ledger.Charges
        .Where(charge => (form.Text("payment_intent") is not { } intent || charge.Checkout.PaymentId == intent)
            && (form.Text("charge") is not { } id || charge.Id == id))
        .SelectMany(charge => charge.Refunds).OrderByDescending(refund => refund.At);

    private IEnumerable<LocalDispute> Disputes(JsonObject form) => stripe.AllDisputes()
        .Where(dispute => (form.Text("payment_intent") is not { } intent || dispute.Charge.Checkout.PaymentId == intent)
            && (form.Text("charge") is not { } id || dispute.Charge.Id == id));

    private static JsonObject Lines(LocalCheckout checkout) => ListOf(
        StripeLines.ToJson(checkout), hasMore: false, $"/v1/checkout/sessions/{checkout.Id}/line_items");

    private LocalResponse Expanded(JsonObject made, JsonObject form)
    {
        StripeObjects.Expand(made, form, stripe.Ledger, stripe.Sessions(), Lines);
        return LocalResponse.Done(made);
    }

    private LocalResponse List<T>(LocalRequest request, JsonObject form, IEnumerable<T> items, Func<T, JsonObject> write)
    {
        long limit = form.Whole("limit") ?? 10;
        if (limit is < 1 or > 100)
        {
            throw new StripeRefusal("limit must be between 1 and 100.") { Param = "limit" };
        }

        List<JsonObject> all = [.. items.Select(item => (JsonObject)write(item).DeepClone())];
        int from = form.Text("starting_after") is { } after ? all.FindIndex(one => one["id"]!.GetValue<string>() == after) + 1 : 0;
        if (form.Text("starting_after") is { } missing && from == 0)
        {
            throw StripeRefusal.Missing("object", missing);
        }

        JsonArray page = new([.. all.Skip(from).Take((int)limit)]);
        return Expanded(ListOf(page, all.Count > from + page.Count, request.Path), form);
    }

    private static JsonObject ListOf(JsonArray data, bool hasMore, string url) =>
        new() { ["object"] = "list", ["data"] = data, ["has_more"] = hasMore, ["url"] = url };

    private static void Known(JsonObject form, HashSet<string> known)
    {
        if (form.Select(member => member.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new StripeRefusal($"Received unknown parameter: {unknown}") { Param = unknown, Code = "parameter_unknown" };
        }
    }

    private static void Address(JsonObject form, string name, bool isRequired)
    {
        string? text = form.Text(name);
        bool isAddress = Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
        if (text is null ? isRequired : !isAddress)
        {
            throw new StripeRefusal(text is null ? $"Missing required param: {name}." : "Not a valid URL")
            {
                Param = name,
                Code = text is null ? "parameter_missing" : "url_invalid",
            };
        }
    }

    private static void Metadata(JsonObject? form)
    {
        if (form.Object("metadata") is { } metadata
            && (metadata.Count > 50 || metadata.Any(one => one.Key.Length > 40 || metadata.Text(one.Key) is { Length: > 500 })))
        {
            throw new StripeRefusal("Metadata has at most 50 keys of 40 characters, with values of 500.") { Param = "metadata" };
        }
    }
}
