using WhatsCommerce.Testing.Judging.Catalog;

namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for batches of items, and for their status. Source: Meta, product-catalog/items_batch and check_batch_request_status.
/// </summary>
internal sealed class BatchEndpoints(EmulatedBatches batches)
{
    /// <summary>
    /// Accepts a batch. Errors of a single item are returned immediately, and the item is not part of the work that the handle stands for.
    /// </summary>
    public ApiResponse Upload(ApiCall call, EmulatedCatalog catalog)
    {
        if (call.Request.Body.Length > Limits.BatchBytes)
        {
            return ApiResponse.Error(EmulatedFault.TooMuchData().Refusal!);
        }

        string type = call.Required("item_type");
        ApiCall.Check(type == "PRODUCT_ITEM" ? null : Refusals.NotOneOf("item_type", "PRODUCT_ITEM", type));
        ApiCall.Check(call.Json("requests") is { ValueKind: JsonValueKind.Array } ? null : Refusals.Required("requests"));
        JsonElement requests = call.Json("requests")!.Value;
        ApiCall.Check(requests.GetArrayLength() switch
        {
            0 => Refusals.Required("requests"),
            > Limits.BatchItems => new(400, 100, $"(#100) Too many items in one batch: at most {Limits.BatchItems} are accepted."),
            _ => null,
        });
        bool allowUpsert = call.Flag("allow_upsert") ?? true;

        List<ItemChange> changes = new(requests.GetArrayLength());
        List<(string RetailerId, List<string> Errors)> refused = [];
        int line = 0;
        foreach (JsonElement request in requests.EnumerateArray())
        {
            line++;
            JsonElement? data = ((JsonElement?)request).ObjectMember("data");
            string method = ((JsonElement?)request).TextMember("method") ?? "";
            if (ItemRules.Judge(data, method) is { Count: > 0 } errors)
            {
                refused.Add((data.TextMember("id") ?? "", errors));
            }
            else
            {
                changes.Add(ItemChange.Read(data!.Value, method, line));
            }
        }

        string? handle = changes.Count > 0 ? batches.Begin(catalog, changes, allowUpsert).Handle : null;
        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("handles");
            if (handle is not null)
            {
                json.WriteStringValue(handle);
            }

            json.WriteEndArray();
            json.WriteStartArray("validation_status");
            foreach ((string retailerId, List<string> errors) in refused)
            {
                WriteRefused(json, retailerId, errors);
            }

            json.WriteEndArray();
        });
    }

    public ApiResponse Status(ApiCall call, EmulatedCatalog catalog)
    {
        string handle = call.Required("handle");
        CatalogBatch batch = batches.Find(catalog, handle) ?? throw new RefusedException(new Refusal(400, 100, "(#100) Invalid parameter")
        {
            UserTitle = "Invalid Handle",
            UserMessage = $"The handle '{handle}' does not belong to this catalog, or it is too old.",
        });
        bool withIds = call.Flag("load_ids_of_invalid_requests") is true;
        catalog.Settle();
        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("data");
            json.WriteStartObject();
            json.WriteString("handle", batch.Handle);
            json.WriteString("status", batch.Status);
            WriteSample(json, "errors", batch.Errors);
            WriteSample(json, "warnings", batch.Warnings);
            if (withIds)
            {
                json.WriteStartArray("ids_of_invalid_requests");
                foreach (string id in batch.Errors.Select(error => error.RetailerId).Distinct(StringComparer.Ordinal))
                {
                    json.WriteStringValue(id);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    private void WriteSample(Utf8JsonWriter json, string name, IReadOnlyList<ItemProblem> problems)
    {
        json.WriteStartArray(name);
        foreach (ItemProblem problem in problems.Take(batches.ErrorSample))
        {
            json.WriteStartObject();
            json.WriteNumber("line", problem.Line);
            json.WriteString("id", problem.RetailerId);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber(name + "_total_count", problems.Count);
    }

    private static void WriteRefused(Utf8JsonWriter json, string retailerId, List<string> errors)
    {
        json.WriteStartObject();
        json.WriteString("retailer_id", retailerId);
        json.WriteStartArray("errors");
        foreach (string error in errors)
        {
            json.WriteStartObject();
            json.WriteString("message", error);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("warnings");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
