namespace WhatsCommerce.Testing;

/// <summary>The endpoints of a local Razorpay. Runs under the lock of its provider.</summary>
internal sealed class RazorpayApi(LocalRazorpay razorpay)
{
    private const int LongestReference = 40;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(15);

    // expire_by is whole seconds, and made before the request is here.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    public LocalResponse Handle(LocalRequest request) => (request.Method, request.Parts) switch
    {
        ("POST", ["v1", "payment_links"]) => LocalResponse.Done(Create(Body(request))),
        ("GET", ["v1", "payment_links"]) => LocalResponse.Done(Links(request)),
        ("GET", ["v1", "payment_links", { } id]) => LocalResponse.Done(RazorpayObjects.Link(Link(id))),
        ("POST", ["v1", "payment_links", { } id, "cancel"]) => LocalResponse.Done(Cancel(Link(id))),
        ("GET", ["v1", "payments", { } id]) => LocalResponse.Done(RazorpayObjects.Payment(Paid(id))),
        ("POST", ["v1", "payments", { } id, "refund"]) => Refund(request, Paid(id)),
        ("GET", ["v1", "payments", { } id, "refunds"]) => LocalResponse.Done(
            Collection(request, (Paid(id).Charge?.Refunds ?? []).Reverse(), RazorpayObjects.Refund)),
        ("GET", ["v1", "payments", { } id, "refunds", { } refund]) => LocalResponse.Done(
            RazorpayObjects.Refund(Refund(refund, one => one.Charge.Id == id))),
        ("GET", ["v1", "refunds"]) => LocalResponse.Done(Collection(request, razorpay.AllRefunds(), RazorpayObjects.Refund)),
        ("GET", ["v1", "refunds", { } id]) => LocalResponse.Done(RazorpayObjects.Refund(Refund(id, static _ => true))),
        ("GET", ["v1", "disputes"]) => LocalResponse.Done(Collection(request, razorpay.AllDisputes(), RazorpayObjects.Dispute)),
        ("GET", ["v1", "disputes", { } id]) => LocalResponse.Done(
            RazorpayObjects.Dispute(razorpay.AllDisputes().FirstOrDefault(one => one.Id == id) ?? throw RazorpayRefusal.Missing())),
        _ => throw new RazorpayRefusal("The requested URL was not found on the server.") { Status = 404 },
    };

    private JsonObject Create(JsonObject body)
    {
        Money amount = RazorpayMoney.Read(
            Whole(body, "amount") ?? throw new RazorpayRefusal("The amount field is required.", "amount"), body.Text("currency") ?? "INR");
        string? reference = body.Text("reference_id");
        if (reference is { Length: > LongestReference })
        {
            throw new RazorpayRefusal($"The reference id may not be greater than {LongestReference} characters.", "reference_id");
        }

        if (reference is not null && razorpay.Links().Any(link => link.Reference == reference))
        {
            throw new RazorpayRefusal(
                $"payment link with given reference_id ({reference}) already exists. Please create payment link with a different one",
                "reference_id");
        }

        if (body.Text("description") is { Length: > 2048 })
        {
            throw new RazorpayRefusal("The description may not be greater than 2048 characters.", "description");
        }

        if (body["accept_partial"] is JsonValue partial && partial.TryGetValue(out bool accepts) && accepts)
        {
            throw new RazorpayRefusal("The local Razorpay takes no part payments.", "accept_partial");
        }

        if (body.Text("callback_url") is { } callback
            && (!Uri.TryCreate(callback, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https")))
        {
            throw new RazorpayRefusal("The callback url format is invalid.", "callback_url");
        }

        if (body.ContainsKey("callback_url") && body.Text("callback_method") != "get")
        {
            throw new RazorpayRefusal("callback_method is required when callback_url is present.", "callback_method");
        }

        if (body["notes"] is JsonObject notes
            && (notes.Count > 15 || notes.Any(note => note.Key.Length > 256 || notes.Text(note.Key) is { Length: > 256 })))
        {
            throw new RazorpayRefusal("Number of fields in notes should be less than or equal to 15", "notes");
        }

        DateTimeOffset now = razorpay.Time.GetUtcNow();
        LocalCheckout made = new(razorpay, "plink_" + LocalIds.Random(14), body)
        {
            Reference = reference,
            Amount = amount,
            CreatedAt = now,
            ExpiresAt = ExpiryOf(body, now),
        };
        razorpay.Add(made);
        return RazorpayObjects.Link(made);
    }

    private static DateTimeOffset ExpiryOf(JsonObject body, DateTimeOffset now)
    {
        if (Whole(body, "expire_by") is not { } at)
        {
            return now + Lifetime;
        }

        if (at < (now + Soonest - Slack).ToUnixTimeSeconds())
        {
            throw new RazorpayRefusal("expire_by should be at least 15 minutes after the current time.", "expire_by");
        }

        return at <= (now + Lifetime + Slack + TimeSpan.FromDays(5)).ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(at)
            : throw new RazorpayRefusal("expire_by should be at most 6 months after the current time.", "expire_by");
    }

    private JsonObject Cancel(LocalCheckout link)
    {
        if (RazorpayObjects.StatusOf(link) != "created")
        {
            throw new RazorpayRefusal($"Payment Link cannot be cancelled as it is already {RazorpayObjects.StatusOf(link)}.");
        }

        razorpay.Cancel(link);
        return RazorpayObjects.Link(link);
    }

    private LocalResponse Refund(LocalRequest request, LocalCheckout link)
    {
        JsonObject body = Body(request);
        if (request.Header("X-Refund-Idempotency") is { } key
            && (key.Length < 10 || key.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))))
        {
            throw new RazorpayRefusal("The idempotency key must have at least 10 characters: letters, digits, hyphens and underscores.");
        }

        LocalCharge charge = link.Charge ?? throw new RazorpayRefusal("The payment status should be captured for action to be taken");
        decimal scale = RazorpayMoney.Scale(charge.Amount.Currency.Code!);
        decimal amount = Whole(body, "amount") is { } minor ? minor / scale : charge.Left.Amount;
        if (charge.Left.Amount == 0)
        {
            throw new RazorpayRefusal("The payment has been fully refunded already");
        }

        if (amount <= 0 || amount > charge.Left.Amount)
        {
            throw new RazorpayRefusal("The total refund amount is greater than the refund payment amount", "amount");
        }

        if (charge.Disputes.Any(dispute => dispute.IsWon is null))
        {
            throw new RazorpayRefusal("Refund is not allowed: the payment is disputed");
        }

        if (body.Text("receipt") is { } receipt && razorpay.AllRefunds().Any(one => one.Request.Text("receipt") == receipt))
        {
            throw new RazorpayRefusal("The receipt has been used for another refund.", "receipt");
        }

        return body.Text("speed") is null or "normal" or "optimum"
            ? LocalResponse.Done(RazorpayObjects.Refund(razorpay.Refund(charge, amount, body)))
            : throw new RazorpayRefusal("The speed is invalid.", "speed");
    }

    private LocalCheckout Link(string id) => razorpay.Link(id) ?? throw RazorpayRefusal.Missing();

    private LocalCheckout Paid(string paymentId) =>
        razorpay.Links().FirstOrDefault(link => link.PaymentId == paymentId) ?? throw RazorpayRefusal.Missing();

    private LocalRefund Refund(string id, Func<LocalRefund, bool> fits) =>
        razorpay.AllRefunds().FirstOrDefault(refund => refund.Id == id && fits(refund)) ?? throw RazorpayRefusal.Missing();

    private JsonObject Links(LocalRequest request)
    {
        IEnumerable<LocalCheckout> found = razorpay.Links()
            .Where(link => (request.Asked("reference_id") is not { } reference || link.Reference == reference)
                && (request.Asked("payment_id") is not { } payment || link.PaymentId == payment));
        return new() { ["payment_links"] = Page(request, found, RazorpayObjects.Link) };
    }

    private static JsonObject Collection<T>(LocalRequest request, IEnumerable<T> items, Func<T, JsonObject> write)
    {
        JsonArray page = Page(request, items, write);
        return new() { ["entity"] = "collection", ["count"] = page.Count, ["items"] = page };
    }

    private static JsonArray Page<T>(LocalRequest request, IEnumerable<T> items, Func<T, JsonObject> write) =>
        new([.. items.Skip(Number(request, "skip", 0, int.MaxValue)).Take(Number(request, "count", 10, 100)).Select(write)]);

    private static int Number(LocalRequest request, string name, int usual, int most) => request.Asked(name) is not { } text
        ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most
            ? number
            : throw new RazorpayRefusal($"The {name} may not be greater than {most}.", name);

    private static long? Whole(JsonObject body, string name) => body[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.Number && value.TryGetValue(out long number) => number,
        _ => throw new RazorpayRefusal($"The {name} must be an integer.", name),
    };

    private static JsonObject Body(LocalRequest request) =>
        request.Json() ?? throw new RazorpayRefusal("The request body is not valid JSON.");
}
