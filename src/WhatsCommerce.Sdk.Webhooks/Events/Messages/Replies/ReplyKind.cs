namespace WhatsCommerce.Webhooks;

/// <summary>How a customer answered, by the member that holds the answer: an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/interactive.</remarks>
public readonly record struct ReplyKind
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public ReplyKind(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>A reply button.</summary>
    public static ReplyKind Button { get; } = new("button_reply");

    /// <summary>A row of a list.</summary>
    public static ReplyKind ListRow { get; } = new("list_reply");

    /// <summary>A quick-reply button of a template.</summary>
    public static ReplyKind TemplateButton { get; } = new("button");

    /// <summary>A form: a flow, an address.</summary>
    public static ReplyKind Form { get; } = new("nfm_reply");

    /// <summary>Whether the business may call.</summary>
    public static ReplyKind CallPermission { get; } = new("call_permission_reply");

    /// <summary>How the customer wants to pay.</summary>
    public static ReplyKind PaymentMethod { get; } = new("payment_method");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "button_reply" or "list_reply" or "button" or "nfm_reply" or "call_permission_reply" or "payment_method";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
