namespace WhatsCommerce.BlockList;

/// <summary>
/// Manages the customers who are blocked by this client's number. Available as <see cref="WhatsCommerceClient.BlockList"/>.
/// </summary>
/// <remarks>
/// Only customers who wrote within the last 24 hours can be blocked. Neither side can send messages to the other afterwards.
/// Source: Meta, whatsapp/block-users.
/// </remarks>
public class BlockListClient
{
    private readonly GraphTransport _transport = null!;

    private IBlockListApi Api => field ??= GraphApi.Create<IBlockListApi>(_transport, BlockListJson.Default);

    private PhoneNumberId Number => _transport.Account.RequirePhoneNumberId();

    internal BlockListClient(GraphTransport transport) => _transport = transport;

    /// <summary>Initializes a test double that overrides the methods.</summary>
    protected BlockListClient() { }

    /// <summary>Lists the blocked customers.</summary>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public virtual Paged<BlockedCustomer> ListAsync(CancellationToken cancellationToken = default) =>
        _transport.List((limit, after, token) => Api.List(Number, limit, after, token), cancellationToken);

    /// <summary>Blocks customers.</summary>
    /// <param name="customers">The customers: phone numbers or user ids.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The customers who were blocked, and those who were not, with the reason.</returns>
    /// <exception cref="WhatsCommerceValidationException">
    /// The list is empty, or contains a recipient that is not a customer; nothing was sent.
    /// </exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<BlockListResult> BlockAsync(IEnumerable<Recipient> customers, CancellationToken cancellationToken = default) =>
        ChangeAsync(Api.Block, customers, cancellationToken);

    /// <summary>Unblocks customers.</summary>
    /// <param name="customers">The customers: phone numbers or user ids.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The customers who were unblocked, and those who were not, with the reason.</returns>
    /// <exception cref="WhatsCommerceValidationException">
    /// The list is empty, or contains a recipient that is not a customer; nothing was sent.
    /// </exception>
    /// <exception cref="GraphException">Meta rejected the request, or could not be reached.</exception>
    public virtual Task<BlockListResult> UnblockAsync(IEnumerable<Recipient> customers, CancellationToken cancellationToken = default) =>
        ChangeAsync(Api.Unblock, customers, cancellationToken);

    private async Task<BlockListResult> ChangeAsync(
        Func<PhoneNumberId, BlockListChange, CancellationToken, Task<BlockListResponse>> call,
        IEnumerable<Recipient> customers,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        BlockListChange change = new([.. customers]);
        change.Check();
        BlockListResponse response = await call(Number, change, cancellationToken).ConfigureAwait(false);
        return response.BlockUsers!.ToResult();
    }
}
