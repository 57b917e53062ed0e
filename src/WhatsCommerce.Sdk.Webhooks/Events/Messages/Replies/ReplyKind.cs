namespace WhatsCommerce.Webhooks;

/// <summary>Represents the kind of a reply, by the member that contains it; unlisted values are kept.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/interactive.</remarks>
[OpenWord]
public readonly partial record struct ReplyKind
{
    /// <summary>A reply button.</summary>
    [Word("button_reply")]
    public static partial ReplyKind Button { get; }

    /// <summary>A row of a list.</summary>
    [Word("list_reply")]
    public static partial ReplyKind ListRow { get; }

    /// <summary>A quick-reply button of a template.</summary>
    [Word("button")]
    public static partial ReplyKind TemplateButton { get; }

    /// <summary>A form: a flow, an address.</summary>
    [Word("nfm_reply")]
    public static partial ReplyKind Form { get; }

    /// <summary>Whether the business may call.</summary>
    [Word("call_permission_reply")]
    public static partial ReplyKind CallPermission { get; }

    /// <summary>How the customer wants to pay.</summary>
    [Word("payment_method")]
    public static partial ReplyKind PaymentMethod { get; }
}
