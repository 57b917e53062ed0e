namespace WhatsCommerce.Webhooks;

/// <summary>Represents one change of a delivery (<c>entry[].changes[]</c>): its field, and the business phone number.</summary>
public sealed record WebhookChange
{
    internal static readonly WebhookChange None = new();

    internal WebhookChange() { }

    // The setters are for the parser, which may read these members after the items that share the change.

    /// <summary>The entry that holds the change.</summary>
    public WebhookEntry Entry { get; internal set; } = WebhookEntry.None;

    /// <summary><c>field</c>, such as <c>messages</c>; <see langword="null"/> for a bare value.</summary>
    public string? Field { get; internal set; }

    /// <summary><c>metadata.phone_number_id</c>; absent in fields about a whole account.</summary>
    public PhoneNumberId PhoneNumberId { get; internal set; }

    /// <summary><c>metadata.display_phone_number</c>, or that of the value: the business's own number in display format.</summary>
    public string? DisplayPhoneNumber { get; internal set; }

    /// <summary>The members of the change, its value and its metadata that neither this record nor an event has.</summary>
    /// <remarks>Members of <c>value</c> and <c>metadata</c> carry their path: <c>value.errors</c>.</remarks>
    public AdditionalProperties AdditionalProperties { get; internal set; }

    /// <summary>The whole change as received.</summary>
    internal ReadOnlyMemory<byte> RawJson { get; set; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Member("Field", Field)
            .Member("BusinessAccountId", Entry.Id.Value)
            .Member("PhoneNumberId", PhoneNumberId.Value);
        return true;
    }
}
