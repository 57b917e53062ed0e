namespace WhatsCommerce.Catalogs;

/// <summary>Represents one upload of a feed's file to Meta, and its result. Source: Meta, ProductFeedUpload.</summary>
public sealed record FeedUpload : IGraphResponse, IMalformable
{
    internal const string Fields =
        "id,start_time,end_time,error_count,warning_count,num_detected_items,num_persisted_items,num_invalid_items,num_deleted_items";

    private bool _isUnclear;

    /// <summary>The id.</summary>
    public FeedUploadId Id { get; init; }

    /// <summary>When it started.</summary>
    [JsonPropertyName("start_time")]
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; <see langword="null"/> while it is running.</summary>
    [JsonPropertyName("end_time")]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The number of errors; see <see cref="ProductFeedsClient.ListErrorsAsync"/>.</summary>
    public int? ErrorCount { get; init; }

    /// <summary>The number of warnings.</summary>
    public int? WarningCount { get; init; }

    /// <summary>The number of items in the file.</summary>
    [JsonPropertyName("num_detected_items")]
    public int? DetectedItemCount { get; init; }

    /// <summary>The number of items that were written.</summary>
    [JsonPropertyName("num_persisted_items")]
    public int? PersistedItemCount { get; init; }

    /// <summary>The number of items that were rejected.</summary>
    [JsonPropertyName("num_invalid_items")]
    public int? InvalidItemCount { get; init; }

    /// <summary>The number of items that were deleted.</summary>
    [JsonPropertyName("num_deleted_items")]
    public int? DeletedItemCount { get; init; }

    /// <summary>Whether the upload has ended.</summary>
    [JsonIgnore]
    public bool HasEnded => EndedAt.HasValue;

    /// <summary>Whether the upload ended and every item of the file was written. False if Meta's result cannot be read.</summary>
    [JsonIgnore]
    public bool Succeeded => HasEnded && !_isUnclear && ErrorCount is null or 0 && InvalidItemCount is null or 0;

    bool IGraphResponse.IsComplete => Id.HasValue;

    void IMalformable.KeepMalformed(IReadOnlyList<MalformedMember> members) =>
        _isUnclear = members.Any(member => !member.WasRead && !member.IsEmpty);
}
