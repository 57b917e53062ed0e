namespace WhatsCommerce.Webhooks;

/// <summary>
/// Represents the button that a customer pressed, the row that was chosen or the form that was submitted (<c>messages[].interactive</c> or
/// <c>messages[].button</c>).
/// </summary>
/// <remarks>
/// Buttons and rows of all kinds have <see cref="Id"/> and <see cref="Title"/>; the other kinds have their own properties. The content of
/// an unknown kind is in <see cref="AdditionalProperties"/>. Source: Meta, webhooks/reference/messages/interactive and .../button.
/// </remarks>
public sealed partial record InteractiveReply
{
    /// <summary>
    /// The name of the member with the reply, <c>button</c> for a template's button; <see cref="Type"/> when no member is known.
    /// </summary>
    public ReplyKind Kind { get; init; }

    /// <summary><c>type</c> as received, usually the same as <see cref="Kind"/>; absent for a template's button.</summary>
    public string? Type { get; init; }

    /// <summary><c>id</c> of the button or row, or <c>payload</c> of a template's button: set by the business.</summary>
    [Sensitive]
    public string? Id { get; init; }

    /// <summary><c>title</c> of the button or row, or <c>text</c> of a template's button: what the customer saw.</summary>
    [Sensitive]
    public string? Title { get; init; }

    /// <summary><c>description</c> of the row.</summary>
    [Sensitive]
    public string? Description { get; init; }

    /// <summary><c>nfm_reply</c>: the form that was submitted.</summary>
    public FormReply? Form { get; init; }

    /// <summary><c>call_permission_reply</c>: whether the business may call.</summary>
    public CallPermissionReply? CallPermission { get; init; }

    /// <summary><c>payment_method</c>: how the customer wants to pay.</summary>
    public PaymentMethodReply? PaymentMethod { get; init; }

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
