namespace WhatsCommerce.Storefronts;

/// <summary>Exports and deletes the data that assistants store about a customer.</summary>
internal sealed class AssistantRecords(IAssistantTurns turns, IAssistantBudgets budgets) : ICustomerRecords
{
    private const int MostTurns = 100;

    public string Name => "assistant";

    public async Task ExportAsync(string shopId, CustomerKey customer, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        IReadOnlyList<AssistantTurn> kept = await turns.ListAsync(
            shopId, customer, DateTimeOffset.UnixEpoch, MostTurns, cancellationToken).ConfigureAwait(false);
        writer.WriteStartArray();
        foreach (ChatMessage message in kept.SelectMany(static turn => turn.Messages))
        {
            if (!string.IsNullOrWhiteSpace(message.Text))
            {
                writer.WriteStartObject();
                writer.WriteString("role", message.Role.Value);
                writer.WriteString("text", message.Text);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    public async Task ForgetAsync(
        string shopId, CustomerKey customer, IReadOnlyList<Recipient> addresses, CancellationToken cancellationToken)
    {
        await turns.RemoveAsync(shopId, customer, cancellationToken).ConfigureAwait(false);
        await budgets.ForgetAsync(shopId, customer, cancellationToken).ConfigureAwait(false);
    }
}
