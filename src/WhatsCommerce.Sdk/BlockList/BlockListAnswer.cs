namespace WhatsCommerce.BlockList;

/// <summary>The JSON of an answer to a change of the block list.</summary>
internal sealed record BlockListAnswer(BlockListChanges? BlockUsers) : IGraphAnswer
{
    bool IGraphAnswer.IsComplete => BlockUsers is not null;
}

internal sealed record BlockListChanges(
    IReadOnlyList<BlockedCustomer>? AddedUsers, IReadOnlyList<BlockedCustomer>? RemovedUsers, IReadOnlyList<FailedUserAnswer>? FailedUsers)
{
    public BlockListResult ToResult() => new()
    {
        Changed = [.. AddedUsers ?? [], .. RemovedUsers ?? []],
        Failed = [.. (FailedUsers ?? []).Select(static failed => failed.ToFailure())],
    };
}

internal sealed record FailedUserAnswer(string? Input, string? WaId, BusinessScopedUserId UserId, IReadOnlyList<UserErrorAnswer>? Errors)
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

internal sealed record UserErrorAnswer(int? Code, string? Message, UserErrorDataAnswer? ErrorData);
internal sealed record UserErrorDataAnswer(string? Details);
