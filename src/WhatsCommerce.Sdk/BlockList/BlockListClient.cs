using WhatsCommerce.Http;

namespace WhatsCommerce.BlockList;

/// <summary>Customers who can no longer write to this client's number. Reached as <see cref="WhatsCommerceClient.BlockList"/>.</summary>
/// <remarks>
/// Only somebody who wrote within the last 24 hours can be blocked. Neither side can send to the other then.
/// Source: Meta, whatsapp/block-users.
/// </remarks>
public class BlockListClient
{
    private readonly GraphTransport _transport = null!;

    private IBlockListApi Api => field ??= GraphApi.Create<IBlockListApi>(_transport, BlockListJson.Default);

    private PhoneNumberId Number => _transport.Account.RequirePhoneNumberId();

    internal BlockListClient(GraphTransport transport) => _transport = transport;

    /// <summary>For test doubles that override the methods.</summary>
    protected BlockListClient()
    {
    }

    /// <summary>Lists who is blocked.</summary>
    /// <param name="cancellationToken">Gives the rest of the list up.</param>
    public virtual Paged<BlockedCustomer> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.List((limit, after, token) => Api.List(Number, limit, after, token), cancellationToken);

    /// <summary>Blocks customers.</summary>
    /// <param name="customers">Whom: phone numbers or user ids.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Who was blocked, and who was not and why.</returns>
    /// <exception cref="WhatsCommerceValidationException">There is nobody to block, or somebody who cannot be; nothing was
    /// sent.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual Task<BlockListResult> BlockAsync(IEnumerable<Recipient> customers, CancellationToken cancellationToken = default) =>
        ChangeAsync(Api.Block, customers, cancellationToken);

    /// <summary>Lets customers write again.</summary>
    /// <param name="customers">Whom: phone numbers or user ids.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Who was unblocked, and who was not and why.</returns>
    /// <exception cref="WhatsCommerceValidationException">There is nobody to unblock, or somebody who cannot be; nothing was
    /// sent.</exception>
    /// <exception cref="GraphException">Meta refused it, or could not be reached.</exception>
    public virtual Task<BlockListResult> UnblockAsync(IEnumerable<Recipient> customers, CancellationToken cancellationToken = default) =>
        ChangeAsync(Api.Unblock, customers, cancellationToken);

    private async Task<BlockListResult> ChangeAsync(
        Func<PhoneNumberId, BlockListChange, CancellationToken, Task<BlockListAnswer>> call,
        IEnumerable<Recipient> customers,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        BlockListChange change = new([.. customers]);
        change.Check();
        BlockListAnswer answer = await call(Number, change, cancellationToken).ConfigureAwait(false);
        return answer.BlockUsers!.ToResult();
    }
}
