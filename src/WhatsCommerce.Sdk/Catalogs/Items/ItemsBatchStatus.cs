namespace WhatsCommerce.Catalogs;

/// <summary>Represents the state of a batch of items at Meta, and its errors. Source: Meta, <c>check_batch_request_status</c>.</summary>
public sealed record ItemsBatchStatus
{
    /// <summary>The handle of the batch.</summary>
    public string? Handle { get; init; }

    /// <summary>The state. <see cref="BatchState.Finished"/> does not mean that every item was accepted.</summary>
    public BatchState Status { get; init; }

    /// <summary>Errors of individual items; a sample if there are many, see <see cref="ErrorCount"/>.</summary>
    public IReadOnlyList<ItemProblem> Errors { get; init => field = value ?? []; } = [];

    /// <summary>The number of errors.</summary>
    public int? ErrorCount { get; init; }

    /// <summary>Warnings about individual items, which were accepted nevertheless; also a sample.</summary>
    public IReadOnlyList<ItemProblem> Warnings { get; init => field = value ?? []; } = [];

    /// <summary>The number of warnings.</summary>
    public int? WarningCount { get; init; }

    /// <summary>All items that were rejected, including those whose error is not in the sample.</summary>
    public IReadOnlyList<RetailerId> InvalidItems { get; init => field = value ?? []; } = [];
}
