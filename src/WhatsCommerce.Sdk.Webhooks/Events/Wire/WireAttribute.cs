using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Says which member of the JSON a property is read from. Its type says how.</summary>
/// <param name="names">
/// The member, with the objects that it stands in: <c>alert_info.alert_type</c>. Of several texts the first name counts, whatever the
/// order on the wire; of several objects the one that comes first. Of a customer none: its members stand in the object itself.
/// </param>
[Conditional("WHATSCOMMERCE_GENERATORS")]
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>Whether a text tells who or what something is: a blank one is absent then. Texts in several places are so anyhow.</summary>
    public bool IsId { get; init; }

    /// <summary>Whether a text is one of few, such as a type: common ones are not allocated again.</summary>
    public bool IsWord { get; init; }

    /// <summary>Why an item without this text is malformed; only with <see langword="required"/>.</summary>
    public string? Missing { get; init; }

    /// <summary>A class with <c>TryRead(ref JsonMemberReader, in Member, ref Rest, out T)</c>, for what follows no rule.</summary>
    public Type? Reader { get; init; }
}
