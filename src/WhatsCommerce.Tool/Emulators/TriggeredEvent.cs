using WhatsCommerce.Testing;

namespace WhatsCommerce.Tool.Emulators;

/// <summary>An event that <c>trigger</c> can bring about.</summary>
/// <param name="Subject">What the emulator calls its webhook, such as <c>message order</c>.</param>
/// <param name="ActAsync">Brings it about at an emulator, for a customer.</param>
internal sealed record TriggeredEvent(string Subject, Func<EmulatorLink, string, CancellationToken, Task> ActAsync)
{
    /// <summary>The products that it names: an emulator that was started for it alone gets them first.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The price of those products.</summary>
    public string Price { get; init; } = "1.00 USD";

    /// <summary>
    /// The id of the app's message that a status is about, where the emulator that was started for it alone has to make one up.
    /// </summary>
    public string? MessageId { get; init; }

    /// <summary>What such an emulator must be told before it starts.</summary>
    public Action<CloudApiEmulatorOptions>? Configure { get; init; }

    /// <summary>What it does instead of <see cref="ActAsync"/>, if that takes the business's side too.</summary>
    public Func<CloudApiEmulator, EmulatedCustomer, CancellationToken, Task>? ComposeAsync { get; init; }
}
