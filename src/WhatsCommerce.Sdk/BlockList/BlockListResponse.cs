namespace WhatsCommerce.BlockList;

/// <summary>The JSON of a response to a change of the block list.</summary>
internal sealed record BlockListResponse(BlockListChanges? BlockUsers) : IGraphResponse
{
    bool IGraphResponse.IsComplete => BlockUsers is not null;
}

internal sealed record BlockListChanges(
    IReadOnlyList<BlockedCustomer>? AddedUsers,
    IReadOnlyList<BlockedCustomer>? RemovedUsers,
    IReadOnlyList<FailedUserResponse>? FailedUsers)
{
    public BlockListResult ToResult() => new()
    {
        Changed = [.. AddedUsers ?? [], .. RemovedUsers ?? []],
        Failed = [.. (FailedUsers ?? []).Select(static failed => failed.ToFailure())],
    };
}

internal sealed record FailedUserResponse(
    string? Input, string? WaId, BusinessScopedUserId UserId, IReadOnlyList<UserErrorResponse>? Errors)
{
    public BlockListFailure ToFailure() => new()
    {
        Customer = new BlockedCustomer { Input = Input, WaId = WaId, UserId = UserId },
        Errors = [.. (Errors ?? []).Select(static error => new GraphError
        {
            Code = error.Code,
            Message = error.Message,
            Details = error.ErrorData?.Details
        })],
    };
}

internal sealed record UserErrorResponse(int? Code, string? Message, UserErrorDataResponse? ErrorData);
internal sealed record UserErrorDataResponse(string? Details);
