using System.Text.Json;
using WhatsCommerce.Http;
using WhatsCommerce.Json;
using WhatsCommerce.Validation;

namespace WhatsCommerce.BlockList;

/// <summary>Customers who can no longer write to this client's number. Reached as <see cref="WhatsCommerceClient.BlockList"/>.</summary>
/// <remarks>
/// Only somebody who wrote within the last 24 hours can be blocked. Neither side can send to the other then.
/// Source: Meta, whatsapp/block-users.
/// </remarks>
public class BlockListClient
{
    private static readonly GraphEndpoint<PageAnswer<BlockedCustomer>> Blocked =
        new(HttpMethod.Get, account => $"{account.RequirePhoneNumberId()}/block_users", GraphJson.Default.PageAnswerBlockedCustomer, answer => answer.Data is not null)
        { Operation = "list_blocked" };

    private static readonly GraphEndpoint<BlockListAnswer> Add =
        new(HttpMethod.Post, account => $"{account.RequirePhoneNumberId()}/block_users", GraphJson.Default.BlockListAnswer, answer => answer.BlockUsers is not null)
        { Operation = "block" };

    private static readonly GraphEndpoint<BlockListAnswer> Remove =
        new(HttpMethod.Delete, account => $"{account.RequirePhoneNumberId()}/block_users", GraphJson.Default.BlockListAnswer, answer => answer.BlockUsers is not null)
        { Operation = "unblock" };

    private readonly GraphTransport _transport = null!;

    internal BlockListClient(GraphTransport transport) => _transport = transport;

    /// <summary>For test doubles that override the methods.</summary>
    protected BlockListClient()
    {
    }

    /// <summary>Lists who is blocked.</summary>
    /// <param name="cancellationToken">Gives the rest of the list up.</param>
    public virtual Paged<BlockedCustomer> ListAsync(CancellationToken cancellationToken = default) => _transport.List(Blocked, cancellationToken);

    /// <summary>Blocks customers.</summary>
    /// <param name="customers">Whom: phone numbers or user ids.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Who was blocked, and who was not and why.</returns>
    /// <exception cref="WhatsCommerceValidationException">There is nobody to block, or somebody who cannot be; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual Task<BlockListResult> BlockAsync(IEnumerable<Recipient> customers, CancellationToken cancellationToken = default) =>
        ChangeAsync(Add, customers, cancellationToken);

    /// <summary>Lets customers write again.</summary>
    /// <param name="customers">Whom: phone numbers or user ids.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Who was unblocked, and who was not and why.</returns>
    /// <exception cref="WhatsCommerceValidationException">There is nobody to unblock, or somebody who cannot be; nothing was sent.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual Task<BlockListResult> UnblockAsync(IEnumerable<Recipient> customers, CancellationToken cancellationToken = default) =>
        ChangeAsync(Remove, customers, cancellationToken);

    private async Task<BlockListResult> ChangeAsync(
        GraphEndpoint<BlockListAnswer> endpoint, IEnumerable<Recipient> customers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        Recipient[] all = [.. customers];
        Check(all);
        byte[] body = JsonBytes.Write(all, static (writer, all) => Write(writer, all));
        BlockListAnswer answer = await _transport.SendIdempotentAsync(endpoint, body, cancellationToken).ConfigureAwait(false);
        return answer.BlockUsers!.ToResult();
    }

    private static void Check(Recipient[] customers)
    {
        Violations violations = new();
        if (customers.Length == 0)
        {
            violations.Add("block_users", ViolationRule.Required, "There is nobody in it.");
        }

        for (int i = 0; i < customers.Length; i++)
        {
            if (customers[i].Kind is not (RecipientKind.PhoneNumber or RecipientKind.User))
            {
                violations.Add(
                    new("block_users[{0}].user", i),
                    ViolationRule.Format,
                    customers[i].Problem ?? "It is no customer: give a phone number or a business-scoped user id.");
            }
        }

        violations.ThrowIfAny("The change of the block list was not sent");
    }

    private static void Write(Utf8JsonWriter writer, Recipient[] customers)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteStartArray("block_users"u8);
        foreach (Recipient customer in customers)
        {
            writer.WriteStartObject();
            writer.WriteString("user"u8, customer.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
