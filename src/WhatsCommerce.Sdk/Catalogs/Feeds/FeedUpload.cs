namespace WhatsCommerce.Catalogs;

/// <summary>One reading of a feed's file by Meta, and its result. Source: Meta, ProductFeedUpload.</summary>
public sealed record FeedUpload : IGraphAnswer, IMalformable
{
    internal const string Fields =
        "id,start_time,end_time,error_count,warning_count,num_detected_items,num_persisted_items,num_invalid_items,num_deleted_items";

    private bool _isUnclear;

    /// <summary>The id.</summary>
    public FeedUploadId Id { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it ended; <see langword="null"/> while it is under way.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>How many errors there are, see <see cref="ProductFeedsClient.ListErrorsAsync"/>.</summary>
    public int? ErrorCount { get; init; }

    /// <summary>How many warnings there are.</summary>
    public int? WarningCount { get; init; }

    /// <summary>How many items the file has.</summary>
    public int? NumDetectedItems { get; init; }

    /// <summary>How many items were written.</summary>
    public int? NumPersistedItems { get; init; }

    /// <summary>How many items were not.</summary>
    public int? NumInvalidItems { get; init; }

    /// <summary>How many items were deleted.</summary>
    public int? NumDeletedItems { get; init; }

    /// <summary>Whether nothing more will come.</summary>
    [JsonIgnore]
    public bool HasEnded => EndTime.HasValue;

    /// <summary>Whether it ended and everything in the file was written. False if Meta's report of it cannot be read.</summary>
    [JsonIgnore]
    public bool Succeeded => HasEnded && !_isUnclear && ErrorCount is null or 0 && NumInvalidItems is null or 0;

    bool IGraphAnswer.IsComplete => Id.HasValue;

    void IMalformable.KeepMalformed(IReadOnlyList<MalformedMember> members) =>
        _isUnclear = members.Any(member => !member.WasRead && !member.IsEmpty);
}
