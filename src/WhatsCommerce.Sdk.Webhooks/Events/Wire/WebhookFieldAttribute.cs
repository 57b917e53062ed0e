using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Marks a record as the event of a webhook field: its JSON reader is generated from its declaration.</summary>
/// <param name="name">The field (<c>changes[].field</c>), such as <c>account_alerts</c>.</param>
[Conditional("WHATSCOMMERCE_GENERATORS")]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class WebhookFieldAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The array of the value whose items are one event each; without it, the value as a whole is the event.</summary>
    public string? Items { get; init; }
}
