namespace WhatsCommerce;

/// <summary>The id of a WhatsApp message, sent or received (<c>wamid...</c>).</summary>
/// <remarks>
/// Opaque. Statuses and replies refer to their message by it. It contains the customer's phone number, in base64: log <see cref="Masked"/>
/// instead. A null, empty or blank value means absent, and equals <see langword="default"/>.
/// </remarks>
[Id]
public readonly partial record struct MessageId
{
    /// <summary>Gets the end of the id, which is enough to find it in a log: <c>...M0NTVFRQA=</c>; empty when it is absent.</summary>
    public string Masked => LogText.Id(Value);

    /// <summary>
    /// Returns the whole id, as requests contain it, or an empty string when it is absent. For logs use <see cref="Masked"/>.
    /// </summary>
    public override string ToString() => Value ?? "";
}
