namespace WhatsCommerce.Storefronts;

/// <summary>The earlier turns in the model's context, limited in turns, characters and time.</summary>
internal sealed class AssistantMemory(ShopServices shop, AssistantOptions options, IAssistantTurns turns)
{
    /// <summary>The turns in the context, oldest first.</summary>
    public async Task<IReadOnlyList<AssistantTurn>> OfAsync(CustomerKey customer, CancellationToken cancellationToken)
    {
        IReadOnlyList<AssistantTurn> newest = await turns.ListAsync(
            shop.ShopId, customer, shop.Now - options.HistoryLifetime, options.HistoryTurns, cancellationToken).ConfigureAwait(false);
        int first = newest.Count;
        for (int length = 0; first > 0 && (length += newest[first - 1].Length) <= options.HistoryLength; first--)
        {
        }

        return [.. newest.Skip(first)];
    }

    public Task AddAsync(CustomerKey customer, AssistantTurn turn, CancellationToken cancellationToken) => turns.AddAsync(
        shop.ShopId,
        customer,
        turn.Length <= options.HistoryLength ? turn : turn.InWords(),
        options.HistoryTurns,
        cancellationToken);
}
