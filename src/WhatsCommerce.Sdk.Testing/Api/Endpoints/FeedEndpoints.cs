using WhatsCommerce.Testing.Judging.Catalog;

namespace WhatsCommerce.Testing;

/// <summary>The endpoints for feeds of a catalog and their uploads. Source: Meta, marketing-api product feed, uploads, errors.</summary>
internal sealed class FeedEndpoints(
    CloudApiEmulatorOptions options,
    IdSequence ids,
    EmulatedFeeds files,
    Entries<FeedEntry> feeds,
    Entries<FeedUpload> uploads,
    EmulatedBatches batches,
    Paging paging)
{
    private static readonly FieldSet<FeedEntry> FeedFields = new("ProductFeed", "id,name")
    {
        ["id"] = (json, feed) => json.WriteString("id", feed.Id),
        ["name"] = (json, feed) => json.WriteString("name", feed.Name),
        ["deletion_enabled"] = (json, feed) => json.WriteBoolean("deletion_enabled", feed.MayDelete),
        ["schedule"] = (json, feed) =>
        {
            if (feed.Schedule is { } schedule)
            {
                json.WritePropertyName("schedule");
                json.WriteRawValue(schedule);
            }
        },
    };

    private readonly FieldSet<FeedUpload> _uploadFields = new("ProductFeedUpload", "id,start_time,end_time")
    {
        ["id"] = (json, upload) => json.WriteString("id", upload.Id),
        ["url"] = (json, upload) => json.WriteString("url", upload.Address),
        ["input_method"] = (json, upload) => json.WriteString("input_method", upload.Address is null ? "Manual Upload" : "Server Fetch"),
        ["start_time"] = (json, upload) => json.WriteString("start_time", Time(upload.Start)),
        ["end_time"] = (json, upload) =>
        {
            if (upload.HasEnded(options.TimeProvider.GetUtcNow()))
            {
                json.WriteString("end_time", Time(upload.Start + options.ProcessingTime));
            }
        },
        ["error_count"] = (json, upload) => json.WriteNumber("error_count", upload.Errors.Count),
        ["warning_count"] = (json, upload) => json.WriteNumber("warning_count", upload.Batch?.Warnings.Count ?? 0),
        ["num_detected_items"] = (json, upload) => json.WriteNumber("num_detected_items", upload.Detected),
        ["num_invalid_items"] = (json, upload) =>
            json.WriteNumber("num_invalid_items", upload.BadRows.Count + (upload.Batch?.Errors.Count ?? 0)),
        ["num_persisted_items"] = (json, upload) => json.WriteNumber("num_persisted_items", Persisted(upload)),
        ["num_deleted_items"] = (json, upload) =>
            json.WriteNumber("num_deleted_items", upload.Batch?.Status == "finished" ? upload.Deleted : 0),
    };

    public ApiResponse List(ApiCall call, EmulatedCatalog catalog)
    {
        IReadOnlyList<string> fields = FeedFields.Read(call);
        return paging.Respond(
            call,
            feeds.Where(feed => feed.Catalog == catalog),
            static feed => feed.Number,
            (json, feed) => FeedFields.Write(json, feed, fields));
    }

    public ApiResponse Create(ApiCall call, EmulatedCatalog catalog)
    {
        string name = call.Required("name");
        JsonElement? schedule = call.Json("schedule");
        ApiCall.Check(schedule is null ? null
            : schedule.TextMember("interval")?.ToUpperInvariant() is not ("HOURLY" or "DAILY" or "WEEKLY" or "MONTHLY")
                ? Refusals.NotOneOf("schedule['interval']", "HOURLY, DAILY, WEEKLY, MONTHLY", schedule.TextMember("interval") ?? "")
            : RequestRules.IsWebAddress(schedule.TextMember("url") ?? "") ? null
            : Refusals.InvalidParameter("The schedule requires an http or https URL."));
        FeedEntry feed = new(ids.Next(), catalog, name)
        {
            Schedule = schedule is { } given ? Encoding.UTF8.GetBytes(given.GetRawText()) : null,
            MayDelete = call.Flag("deletion_enabled") ?? true,
        };
        feeds.Put(feed);
        return ApiResponse.Made(feed.Id);
    }

    public static ApiResponse Read(ApiCall call, FeedEntry feed) => FeedFields.Respond(call, feed);

    public ApiResponse Delete(ApiCall call, FeedEntry feed)
    {
        feeds.Remove(feed);
        return ApiResponse.Done();
    }

    public ApiResponse ListUploads(ApiCall call, FeedEntry feed)
    {
        feed.Catalog.Settle();
        IReadOnlyList<string> fields = _uploadFields.Read(call);
        return paging.Respond(
            call,
            uploads.Where(upload => upload.Feed == feed),
            static upload => upload.Number,
            (json, upload) => _uploadFields.Write(json, upload, fields));
    }

    /// <summary>Accepts an upload from a URL or as a file. A failure is reported in the upload, not in the response.</summary>
    public ApiResponse Upload(ApiCall call, FeedEntry feed)
    {
        string? address = call.Text("url");
        string? file = call.Request.File is { } part ? Encoding.UTF8.GetString(part.Content.Span) : call.Text("file");
        ApiCall.Check(address is null && file is null ? Refusals.Required("url") : null);
        FeedUpload upload = new(ids.Next(), feed, file is null ? address : null, options.TimeProvider.GetUtcNow());
        upload = files.TryFail(out string? reason) ? upload with { Failure = reason }
            : (file ?? files.Fetch(address!)) is not { } content ? upload with {
                Failure = "The file could not be fetched from its URL." }
            : Begin(upload, content, call.Flag("update_only") is true);
        uploads.Put(upload);
        return ApiResponse.Made(upload.Id);
    }

    public ApiResponse ReadUpload(ApiCall call, FeedUpload upload)
    {
        upload.Feed.Catalog.Settle();
        return _uploadFields.Respond(call, upload);
    }

    public ApiResponse ListErrors(ApiCall call, FeedUpload upload)
    {
        upload.Feed.Catalog.Settle();
        (long Number, ItemProblem Problem)[] errors = [.. upload.Errors.Select((problem, index) => ((long)index + 1, problem))];
        return paging.Respond(call, errors, static error => error.Number, (json, error) =>
        {
            json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"{upload.Id}_{error.Number}"));
            json.WriteString("summary", error.Problem.Message);
            json.WriteString("description", error.Problem.RetailerId.Length == 0
                ? error.Problem.Message
                : $"Item '{error.Problem.RetailerId}': {error.Problem.Message}");
            json.WriteString("severity", "fatal");
            json.WriteNumber("total_count", 1);
            json.WriteStartArray("samples");
            if (error.Problem.Line > 0)
            {
                json.WriteStartObject();
                json.WriteNumber("row_number", error.Problem.Line);
                json.WriteString("retailer_id", error.Problem.RetailerId);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private FeedUpload Begin(FeedUpload upload, string content, bool isUpdateOnly)
    {
        List<ItemChange> changes = [];
        List<ItemProblem> bad = [];
        HashSet<string> found = new(StringComparer.Ordinal);
        int line = 0;
        foreach (JsonElement row in FeedFile.Read(content))
        {
            line++;
            string method = isUpdateOnly ? "UPDATE" : "CREATE";
            string id = ((JsonElement?)row).TextMember("id") ?? "";
            found.Add(id);
            if (ItemRules.Judge(row, method) is { Count: > 0 } errors)
            {
                bad.Add(new(line, id, errors[0]));
            }
            else
            {
                changes.Add(ItemChange.Read(row, method, line));
            }
        }

        // Items of an earlier upload of this feed that this one does not contain are deleted, unless it is for updates only.
        string[] gone;
        lock (upload.Feed.RetailerIds)
        {
            gone = isUpdateOnly || !upload.Feed.MayDelete ? [] : [.. upload.Feed.RetailerIds.Except(found, StringComparer.Ordinal)];
            upload.Feed.RetailerIds.ExceptWith(gone);
            upload.Feed.RetailerIds.UnionWith(found);
        }

        changes.AddRange(gone.Select(id => ItemChange.Deletion(id, ++line)));
        return upload with
        {
            Batch = batches.Begin(upload.Feed.Catalog, changes, allowUpsert: !isUpdateOnly),
            Detected = line - gone.Length,
            Deleted = gone.Length,
            BadRows = bad,
        };
    }

    private static int Persisted(FeedUpload upload) =>
        upload.Batch is { Status: "finished" } batch ? upload.Detected - upload.BadRows.Count - batch.Errors.Count : 0;

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);
}
