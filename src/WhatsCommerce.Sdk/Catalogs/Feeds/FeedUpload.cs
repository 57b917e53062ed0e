using System.Text.Json.Serialization;
using WhatsCommerce.Http;
using WhatsCommerce.Json;

namespace WhatsCommerce.Catalogs;

/// <summary>Represents one upload of a feed's file to Meta, and its result. Source: Meta, ProductFeedUpload.</summary>
public sealed record FeedUpload : IGraphAnswer, IMalformable
{
    internal const string Fields =
        "id,start_time,end_time,error_count,warning_count,num_detected_items,num_persisted_items,num_invalid_items,num_deleted_items";

    private bool _isUnclear;

    /// <summary>The id.</summary>
    public FeedUploadId Id { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it ended; <see langword="null"/> while it is running.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The number of errors; see <see cref="ProductFeedsClient.ListErrorsAsync"/>.</summary>
    public int? ErrorCount { get; init; }

    /// <summary>The number of warnings.</summary>
    public int? WarningCount { get; init; }

    /// <summary>The number of items in the file.</summary>
    public int? NumDetectedItems { get; init; }

    /// <summary>The number of items that were written.</summary>
    public int? NumPersistedItems { get; init; }

    /// <summary>The number of items that were rejected.</summary>
    public int? NumInvalidItems { get; init; }

    /// <summary>The number of items that were deleted.</summary>
    public int? NumDeletedItems { get; init; }

    /// <summary>Whether the upload has ended.</summary>
    [JsonIgnore]
    public bool HasEnded => EndTime.HasValue;

    /// <summary>Whether the upload ended and every item of the file was written. False if Meta's result cannot be read.</summary>
    [JsonIgnore]
    public bool Succeeded => HasEnded && !_isUnclear && ErrorCount is null or 0 && NumInvalidItems is null or 0;

    bool IGraphAnswer.IsComplete => Id.HasValue;

    void IMalformable.KeepMalformed(IReadOnlyList<MalformedMember> members) =>
        _isUnclear = members.Any(member => !member.WasRead && !member.IsEmpty);
}
