using System.Text.Json.Serialization;

namespace WhatsCommerce.Testing;

/// <summary>Everything that survives a restart, as the file has it.</summary>
/// <param name="Version">Goes up when an older emulator could no longer read the file.</param>
/// <param name="Owner">Whose state it is.</param>
internal sealed record SavedState(int Version, SavedOwner Owner)
{
    /// <summary>The last id that was given out, so that no id is given to two things.</summary>
    public long? LastId { get; init; }

    public IReadOnlyList<SavedCatalog>? Catalogs { get; init; }
    public IReadOnlyList<SavedReview>? Reviews { get; init; }
    public SavedNodes? Nodes { get; init; }
    public SavedTemplates? Templates { get; init; }
    public SavedNumber? Number { get; init; }
    public IReadOnlyList<SavedMedia>? Media { get; init; }
    public IReadOnlyList<SavedCustomer>? Customers { get; init; }
    public IReadOnlyList<SavedWebhook>? PendingWebhooks { get; init; }
    public IReadOnlyList<SavedBatch>? Batches { get; init; }
    public IReadOnlyList<SavedPayment>? Payments { get; init; }
    public IReadOnlyList<SavedChatGroup>? Groups { get; init; }
    public IReadOnlyList<SavedFlow>? Flows { get; init; }
}

/// <summary>The ids of the options that a state belongs to.</summary>
internal sealed record SavedOwner(string PhoneNumberId, string BusinessAccountId, string CatalogId);

internal sealed record SavedCatalog(
    string Id, string Name, string Vertical, bool IsOwned, IReadOnlyList<CatalogEntry> Items, IReadOnlyList<SavedGroup> Groups);

internal sealed record SavedGroup(long Id, string RetailerId);

/// <summary>A verdict on an item.</summary>
internal sealed record SavedReview(string RetailerId, string Status, string[] Reasons);

/// <summary>Sets of items, and feeds with what their last uploads held. The uploads themselves are not kept.</summary>
internal sealed record SavedNodes(IReadOnlyList<SavedSet> Sets, IReadOnlyList<SavedFeed> Feeds);

internal sealed record SavedSet(long Id, string Catalog, string Name, string? Filter = null, string? RetailerId = null);

internal sealed record SavedFeed(long Id, string Catalog, string Name, bool MayDelete, string[] RetailerIds)
{
    [JsonConverter(typeof(RawObjectConverter))]
    public byte[]? Schedule { get; init; }
}

/// <summary>The templates, the verdicts on them, and the names that are kept for a while after a deletion.</summary>
internal sealed record SavedTemplates(
    IReadOnlyList<SavedTemplate> Items, IReadOnlyList<SavedVerdict> Verdicts, IReadOnlyList<SavedDeletion> Deleted);

internal sealed record SavedTemplate(long Id, string Name, string Language, string Category, IReadOnlyList<SavedEdit> Edits)
{
    public string? SubCategory { get; init; }
    public string? ParameterFormat { get; init; }

    [JsonConverter(typeof(RawArrayConverter))]
    public required byte[] Components { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateTimeOffset ReviewDue { get; init; }

    public DateTimeOffset? At { get; init; }
}

internal sealed record SavedEdit(DateTimeOffset At);
internal sealed record SavedVerdict(string Name, string Status, string? Reason = null);
internal sealed record SavedDeletion(string Name, string Language, DateTimeOffset At);

/// <summary>The number and the account of the options. Numbers that a test adds are added again by it, and are not kept.</summary>
internal sealed record SavedNumber(
    bool IsCartEnabled,
    bool IsCatalogVisible,
    string VerifiedName,
    string QualityRating,
    IReadOnlyList<SavedBlock> Blocked,
    bool IsSubscribed)
{
    public Uri? CallbackOverride { get; init; }
    public Uri? AccountCallbackOverride { get; init; }

    [JsonConverter(typeof(RawObjectConverter))]
    public required byte[] Profile { get; init; }

    [JsonConverter(typeof(RawObjectConverter))]
    public byte[]? Compliance { get; init; }

    public string? Pin { get; init; }
    public string? PublicKey { get; init; }

    [JsonConverter(typeof(RawObjectConverter))]
    public byte[]? Settings { get; init; }

    [JsonConverter(typeof(RawObjectConverter))]
    public byte[]? Automation { get; init; }

    public IReadOnlyList<EmulatedQrCode>? QrCodes { get; init; }
    public string? NewDisplayName { get; init; }
    public string? OfficialStatus { get; init; }
    public bool? IsRegistered { get; init; }
    public bool? IsEnabledForInsights { get; init; }

    /// <summary>The id of the connected catalog.</summary>
    public string? Catalog { get; init; }
}

/// <summary>A group of customers.</summary>
internal sealed record SavedChatGroup(
    long Ordinal, string Id, string Subject, string InviteLink, bool NeedsApproval, DateTimeOffset CreatedAt, bool IsSuspended)
{
    public string? Description { get; init; }
    public IReadOnlyList<GroupPerson>? Participants { get; init; }
    public IReadOnlyList<GroupPerson>? Removed { get; init; }
    public IReadOnlyList<GroupApplicant>? Applicants { get; init; }
}

/// <summary>A flow (a form), with its JSON as it was uploaded.</summary>
internal sealed record SavedFlow(long Id, string Name, string[] Categories, string Status, int Preview)
{
    public string? EndpointUri { get; init; }
    public string? ApplicationId { get; init; }
    public byte[]? Json { get; init; }
}

internal sealed record SavedBlock(long Number, string User);

/// <summary>The properties of a media file; its bytes are stored in a separate file.</summary>
internal sealed record SavedMedia(
    long Id, string MimeType, string Sha256, DateTimeOffset At, string? FileName = null, string? Owner = null);

/// <summary>An order to be paid, and its payment.</summary>
internal sealed record SavedPayment(
    string Configuration,
    string ReferenceId,
    long Hundredths,
    string Currency,
    long Number,
    DateTimeOffset Created,
    string Status,
    string Transaction,
    string OrderStatus,
    DateTimeOffset Updated,
    IReadOnlyList<SavedRefund> Refunds);

internal sealed record SavedRefund(string Id, long Hundredths);

/// <summary>A batch of items that is under way.</summary>
internal sealed record SavedBatch(string Handle, string Catalog, bool AllowUpsert, DateTimeOffset Due, List<ItemChange> Changes)
{
    public string? Fate { get; init; }
}

internal sealed record SavedWebhook(string Subject, string Number, int Updates, byte[] Body);

/// <summary>Reads and writes the file; generated, so that the emulator can be trimmed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 256)]
[JsonSerializable(typeof(SavedState))]
internal sealed partial class StateJson : JsonSerializerContext;
