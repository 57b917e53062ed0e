namespace WhatsCommerce.Catalogs;

/// <summary>How far Meta is with a batch of items, and what went wrong. Source: Meta, <c>check_batch_request_status</c>.</summary>
public sealed record ItemsBatchStatus
{
    /// <summary>The handle of the batch.</summary>
    public string? Handle { get; init; }

    /// <summary>How far it is. <see cref="BatchState.Finished"/> does not say that every item was taken.</summary>
    public BatchState Status { get; init; }

    /// <summary>Errors of single items; a sample when there are many, see <see cref="ErrorCount"/>.</summary>
    public IReadOnlyList<ItemProblem> Errors { get; init => field = value ?? []; } = [];

    /// <summary>How many errors there are.</summary>
    public int? ErrorCount { get; init; }

    /// <summary>Warnings about single items, which were taken all the same; a sample too.</summary>
    public IReadOnlyList<ItemProblem> Warnings { get; init => field = value ?? []; } = [];

    /// <summary>How many warnings there are.</summary>
    public int? WarningCount { get; init; }

    /// <summary>Every item that was not taken, also those whose error is not in the sample.</summary>
    public IReadOnlyList<RetailerId> InvalidItems { get; init => field = value ?? []; } = [];
}
