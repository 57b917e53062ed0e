using System.Text.Json;

namespace WhatsCommerce.Storefronts;

/// <summary>Exports and deletes the conversation of a customer.</summary>
internal sealed class ConversationRecords(IConversationStore store) : ICustomerRecords
{
    public string Name => "conversation";

    public async Task<IReadOnlyList<Recipient>> FindAddressesAsync(
        string shopId, CustomerKey customer, CancellationToken cancellationToken) =>
        await store.FindAsync(shopId, customer, cancellationToken).ConfigureAwait(false) is { To.Value: not null } found ? [found.To] : [];

    public async Task ExportAsync(string shopId, CustomerKey customer, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(shopId, customer, cancellationToken).ConfigureAwait(false) is not CustomerConversation conversation)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("conversation");
        JsonSerializer.Serialize(writer, conversation, StoredJson.Of<CustomerConversation>());
        writer.WriteStartArray("entries");
        long before = 0;
        IReadOnlyList<ConversationEntry> page;
        do
        {
            page = await store.ListEntriesAsync(
                shopId, customer, new EntryQuery { Before = before, Limit = EntryQuery.MaxLimit }, cancellationToken).ConfigureAwait(false);
            foreach (ConversationEntry entry in page)
            {
                JsonSerializer.Serialize(writer, entry, StoredJson.Of<ConversationEntry>());
                before = entry.Sequence;
            }
        }
        while (page.Count == EntryQuery.MaxLimit);

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public Task ForgetAsync(
        string shopId, CustomerKey customer, IReadOnlyList<Recipient> addresses, CancellationToken cancellationToken) =>
        store.RemoveAsync(shopId, customer, cancellationToken);
}
