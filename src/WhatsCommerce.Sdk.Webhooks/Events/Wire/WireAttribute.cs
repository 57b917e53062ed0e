using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Specifies the JSON member that a property is read from. The type of the property determines how.</summary>
/// <param name="names">
/// The member, with the path of its objects: <c>alert_info.alert_type</c>. With several names of texts, the first name that is present
/// counts, whatever the order in the JSON; with several objects, the one that comes first. None for a customer, whose members are in the
/// object itself.
/// </param>
[Conditional("WHATSCOMMERCE_GENERATORS")]
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>Whether a text is an id: a blank one is then absent. Texts with several names always are.</summary>
    public bool IsId { get; init; }

    /// <summary>Whether a text has one of few values, such as a type: common ones are not allocated again.</summary>
    public bool IsWord { get; init; }

    /// <summary>The reason why an item without this text is malformed; only with <see langword="required"/>.</summary>
    public string? Missing { get; init; }

    /// <summary>A class with <c>TryRead(ref JsonMemberReader, in Member, ref Rest, out T)</c>, for values with special rules.</summary>
    public Type? Reader { get; init; }
}
