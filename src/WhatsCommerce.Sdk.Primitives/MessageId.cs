namespace WhatsCommerce;

/// <summary>The id of a WhatsApp message, sent or received (<c>wamid...</c>).</summary>
/// <remarks>
/// Opaque. Statuses and replies name the message that they are about by it. It contains the customer's phone number, coded in base64: a log
/// gets <see cref="Masked"/>.
/// A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct MessageId
{
    /// <summary>The end of the id, which is enough to find it in a log: <c>...M0NTVFRQA=</c>; empty when it is absent.</summary>
    public string Masked => LogText.Id(Value);

    /// <summary>The id itself, as requests name it, or an empty string when it is absent. For logs there is <see cref="Masked"/>.</summary>
    public override string ToString() => Value ?? "";
}
