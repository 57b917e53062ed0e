namespace WhatsCommerce.Storefronts;

/// <summary>
/// The buttons with which customers repeat an order. Their result depends on the customer who presses them, not on their id.
/// </summary>
internal static class ReorderButtons
{
    private const string Verb = "reorder";
    private const string Usual = "usual";
    private const string LastOrder = "last";

    public static string Of(ReorderKind kind) => Buttons.Of(Verb, kind == ReorderKind.Usual ? Usual : LastOrder);

    /// <summary>Reads a button. Other ids are ignored.</summary>
    public static ReorderKind? Read(string? button) => Buttons.Read(button) is (Verb, { } kind, null)
        ? kind.Value switch
        {
            Usual => ReorderKind.Usual,
            LastOrder => ReorderKind.LastOrder,
            _ => null,
        }
        : null;
}
