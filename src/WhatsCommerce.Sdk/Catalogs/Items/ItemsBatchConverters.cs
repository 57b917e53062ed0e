namespace WhatsCommerce.Catalogs;

/// <summary>Reads the response to a batch of items. An unreadable report about one item does not prevent reading the others.</summary>
internal sealed class ItemsBatchResponseConverter : JsonConverter<ItemsBatchResponse>
{
    public override ItemsBatchResponse Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement response = ItemsBatchJson.ReadObject(ref reader);
        return new ItemsBatchResponse(
            ItemsBatchJson.List(response, "handles", static handle => JsonLists.Text(handle)),
            ItemsBatchJson.List(response, "validation_status", ReadItem));
    }

    public override void Write(Utf8JsonWriter writer, ItemsBatchResponse value, JsonSerializerOptions options) =>
        throw new NotSupportedException("The response to a batch is only read.");

    private static ItemValidationStatus ReadItem(JsonElement item) => item.ValueKind == JsonValueKind.Object
        ? new(
            ItemsBatchJson.Text(item, "retailer_id"),
            ItemsBatchJson.List(item, "errors", ReadMessage),
            ItemsBatchJson.List(item, "warnings", ReadMessage))
        : new(default, [ReadMessage(item)], null);

    private static ItemMessage ReadMessage(JsonElement problem) => new(ItemsBatchJson.Message(problem));
}

/// <summary>Reads the state of a batch. An unreadable report about one item does not prevent reading the others.</summary>
internal sealed class ItemsBatchStatusConverter : JsonConverter<ItemsBatchStatus>
{
    public override ItemsBatchStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonElement status = ItemsBatchJson.ReadObject(ref reader);
        return new ItemsBatchStatus
        {
            Handle = ItemsBatchJson.Text(status, "handle"),
            Status = ItemsBatchJson.Text(status, "status"),
            Errors = ItemsBatchJson.List(status, "errors", ReadProblem)!,
            ErrorCount = ItemsBatchJson.Number(status, "errors_total_count"),
            Warnings = ItemsBatchJson.List(status, "warnings", ReadProblem)!,
            WarningCount = ItemsBatchJson.Number(status, "warnings_total_count"),
            InvalidItems = ItemsBatchJson.List(status, "ids_of_invalid_requests", static id => new RetailerId(JsonLists.Text(id)))!,
        };
    }

    public override void Write(Utf8JsonWriter writer, ItemsBatchStatus value, JsonSerializerOptions options) =>
        throw new NotSupportedException("The state of a batch is read only.");

    private static ItemProblem ReadProblem(JsonElement problem) => new()
    {
        RetailerId = ItemsBatchJson.Text(problem, "id") ?? ItemsBatchJson.Text(problem, "retailer_id"),
        Line = ItemsBatchJson.Number(problem, "line"),
        Message = ItemsBatchJson.Message(problem),
    };
}
