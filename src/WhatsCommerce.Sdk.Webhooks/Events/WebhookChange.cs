using System.Text;

namespace WhatsCommerce.Webhooks;

/// <summary>One change of a delivery (<c>entry[].changes[]</c>): which field, and which business phone number it concerns.</summary>
public sealed record WebhookChange
{
    internal static readonly WebhookChange None = new();

    internal WebhookChange()
    {
    }

    // The setters serve the parser, which may meet these members after the items that share the change.

    /// <summary>The entry that holds the change.</summary>
    public WebhookEntry Entry { get; internal set; } = WebhookEntry.None;

    /// <summary><c>field</c>, such as <c>messages</c>; <see langword="null"/> for a bare value.</summary>
    public string? Field { get; internal set; }

    /// <summary><c>metadata.phone_number_id</c>; absent in the fields that concern a whole account.</summary>
    public PhoneNumberId PhoneNumberId { get; internal set; }

    /// <summary><c>metadata.display_phone_number</c>, or the same of the value: the business's own number as Meta shows it.</summary>
    public string? DisplayPhoneNumber { get; internal set; }

    /// <summary>The members of the change, its value and its metadata that neither this nor an event holds.</summary>
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
