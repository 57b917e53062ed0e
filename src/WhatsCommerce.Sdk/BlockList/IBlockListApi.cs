namespace WhatsCommerce.BlockList;

/// <summary>The block list of a number. Source: Meta, whatsapp/block-users.</summary>
internal interface IBlockListApi
{
    [Get("/{number}/block_users"), GraphOperation("list_blocked")]
    Task<PageResponse<BlockedCustomer>> List(PhoneNumberId number, int limit, string? after, CancellationToken cancellationToken);

    [Post("/{number}/block_users"), GraphOperation("block")]
    Task<BlockListResponse> Block(PhoneNumberId number, [Body] BlockListChange change, CancellationToken cancellationToken);

    [Delete("/{number}/block_users"), GraphOperation("unblock")]
    Task<BlockListResponse> Unblock(PhoneNumberId number, [Body] BlockListChange change, CancellationToken cancellationToken);
}
