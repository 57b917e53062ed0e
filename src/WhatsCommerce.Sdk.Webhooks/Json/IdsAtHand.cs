namespace WhatsCommerce.Webhooks.Json;

/// <summary>Ids that items usually repeat, so that they need not be allocated again; valid for one body.</summary>
/// <param name="Customer">The id of the customer, from the contact or the thread.</param>
/// <param name="Business">The business number, from the metadata.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IdsAtHand(string? Customer, string? Business);
