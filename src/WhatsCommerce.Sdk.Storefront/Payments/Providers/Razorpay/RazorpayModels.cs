namespace WhatsCommerce.Storefronts;

internal sealed record RazorpayNothing;

internal sealed record RazorpayLinkRequest
{
    public required long Amount { get; init; }
    public required string Currency { get; init; }
    public required string ReferenceId { get; init; }
    public required string Description { get; init; }
    public required long ExpireBy { get; init; }
    public required RazorpayNotify Notify { get; init; }
    public bool AcceptPartial { get; init; }
    public bool ReminderEnable { get; init; }
    public required RazorpayNotes Notes { get; init; }
    public string? CallbackUrl { get; init; }
    public string? CallbackMethod { get; init; }
}

/// <summary>Disables Razorpay's own notifications, because the link is sent in WhatsApp.</summary>
internal sealed record RazorpayNotify(bool Sms, bool Email);

internal sealed record RazorpayNotes(string Attempt, string Order);

internal sealed record RazorpayLink
{
    public string? Id { get; init; }
    public string? Status { get; init; }
    public string? ReferenceId { get; init; }
    public string? ShortUrl { get; init; }
    public long? AmountPaid { get; init; }
    public string? Currency { get; init; }
    public IReadOnlyList<RazorpayLinkPayment>? Payments { get; init; }
}

internal sealed record RazorpayLinkPayment(string? PaymentId, string? Status);
internal sealed record RazorpayLinks(IReadOnlyList<RazorpayLink>? PaymentLinks);
internal sealed record RazorpayPayment(string? Id, string? Status, long? Amount, long? AmountRefunded, string? Currency);
internal sealed record RazorpayRefundRequest(long Amount, string Speed, string Receipt);
internal sealed record RazorpayRefund(string? Id, string? Status, string? Receipt);
internal sealed record RazorpayRefunds(IReadOnlyList<RazorpayRefund>? Items);
internal sealed record RazorpayDispute(string? Id, string? PaymentId, string? Status, long? Amount, long? AmountDeducted);
internal sealed record RazorpayDisputes(IReadOnlyList<RazorpayDispute>? Items);
