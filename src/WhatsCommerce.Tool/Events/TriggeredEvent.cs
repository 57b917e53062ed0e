using WhatsCommerce.Testing;

namespace WhatsCommerce.Tool.Events;

/// <summary>An event that <c>trigger</c> can trigger.</summary>
/// <param name="Subject">The emulator's name of the webhook, such as <c>message order</c>.</param>
/// <param name="ActAsync">Triggers the event at an emulator, for a customer.</param>
internal sealed record TriggeredEvent(string Subject, Func<EmulatorLink, string, CancellationToken, Task> ActAsync)
{
    /// <summary>The products that it contains, which are added to a temporary emulator first.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The price of those products.</summary>
    public string Price { get; init; } = "1.00 USD";

    /// <summary>
    /// The id of the app's message for a status from a temporary emulator.
    /// </summary>
    public string? MessageId { get; init; }

    /// <summary>Configures a temporary emulator.</summary>
    public Action<CloudApiEmulatorOptions>? Configure { get; init; }

    /// <summary>Replaces <see cref="ActAsync"/> in a temporary emulator, for events that also need an action of the business.</summary>
    public Func<CloudApiEmulator, EmulatedCustomer, CancellationToken, Task>? ComposeAsync { get; init; }
}
