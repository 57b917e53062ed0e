using Microsoft.Extensions.Logging.Abstractions;

namespace WhatsCommerce.Storefronts;

/// <summary>The services that all modules of a shop use.</summary>
internal sealed class ShopServices
{
    public required IStorefrontStore Store { get; init; }
    public required StorefrontOptions Options { get; init; }
    public required EventHandlers Handlers { get; init; }
    public required TimeProvider Time { get; init; }
    public OutboxSignal Signal { get; init; } = new();
    public IdSource Ids { get; init; } = new();
    public Guards Guards { get; init; } = Guards.All;
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The public address of the shop's pages; null when it is not known.</summary>
    public Uri? PagesAddress
    {
        get => field ?? Options.PublicAddress;
        init;
    }

    public string ShopId => Options.ShopId;

    public DateTimeOffset Now => UnixTime.Now(Time);

    /// <summary>Writes a step with its events, and wakes the outbox.</summary>
    public async Task<bool> CommitAsync(
        StorefrontStep step, IReadOnlyList<StorefrontEvent> events, CancellationToken cancellationToken)
    {
        StorefrontStep whole = events.Count == 0 ? step : step with { Outbox = Handlers.RowsOf(events) };
        if (!await Store.CommitAsync(whole, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (whole.Outbox.Count > 0)
        {
            Signal.Set();
        }

        return true;
    }
}
