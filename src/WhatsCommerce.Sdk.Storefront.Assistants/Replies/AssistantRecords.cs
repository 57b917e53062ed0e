using System.Text.Json;
using Microsoft.Extensions.AI;

namespace WhatsCommerce.Storefronts;

/// <summary>What an assistant remembers of a customer, for the customer's own rights: read out, and forgotten.</summary>
internal sealed class AssistantRecords(AssistantMemory memory) : ICustomerRecords
{
    public string Name => "assistant";

    public Task ExportAsync(string shopId, CustomerKey customer, Utf8JsonWriter writer, CancellationToken cancellationToken)
    {
        writer.WriteStartArray();
        foreach (ChatMessage message in memory.Of(customer).SelectMany(static turn => turn.Messages))
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
        return Task.CompletedTask;
    }

    public Task ForgetAsync(
        string shopId, CustomerKey customer, IReadOnlyList<Recipient> addresses, CancellationToken cancellationToken)
    {
        memory.Forget(customer);
        return Task.CompletedTask;
    }
}
