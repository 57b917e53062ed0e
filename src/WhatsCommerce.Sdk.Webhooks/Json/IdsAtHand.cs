namespace WhatsCommerce.Webhooks.Json;

/// <summary>The ids that items repeat as a rule, so that they need not be allocated again: never longer than for one body.</summary>
/// <param name="Customer">The customer's, as the contact or the thread tells it.</param>
/// <param name="Business">The business number, as the metadata shows it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IdsAtHand(string? Customer, string? Business);
