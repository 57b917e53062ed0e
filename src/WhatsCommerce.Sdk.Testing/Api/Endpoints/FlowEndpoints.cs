using WhatsCommerce.Testing.Judging.Flows;

namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for flows (forms): create, list, change, upload JSON, publish, deprecate, delete, copy. Of their JSON, only the outer
/// structure is validated. Source: Meta's published OpenAPI description, flows; flows/reference/flowsapi, lifecycle and error-codes.
/// </summary>
internal sealed class FlowEndpoints(
    CloudApiEmulatorOptions options, EmulatedAccounts accounts, FlowBook book, FlowFigures figures, Paging paging)
{
    private static readonly TimeSpan PreviewLife = TimeSpan.FromDays(30);

    private readonly FieldSet<FlowEntry> _fields = new("WhatsAppBusinessFlow", "id,name,categories,status,validation_errors")
    {
        ["id"] = (json, flow) => json.WriteString("id", flow.Id),
        ["name"] = (json, flow) => json.WriteString("name", flow.Name),
        ["status"] = (json, flow) => json.WriteString("status", flow.Status),
        ["categories"] = (json, flow) =>
        {
            json.WriteStartArray("categories");
            foreach (string category in flow.Categories)
            {
                json.WriteStringValue(category);
            }

            json.WriteEndArray();
        },
        ["validation_errors"] = (json, flow) => WriteMistakes(json, flow.Content),
        ["endpoint_uri"] = (json, flow) => WriteUnlessNull(json, "endpoint_uri", flow.EndpointUri),
        ["json_version"] = (json, flow) => WriteUnlessNull(json, "json_version", flow.Content?.Version),
        ["data_api_version"] = (json, flow) => WriteUnlessNull(json, "data_api_version", flow.Content?.DataApiVersion),
        ["application"] = (json, flow) =>
        {
            if (flow.ApplicationId is { } app)
            {
                json.WriteStartObject("application");
                json.WriteString("id", app);
                json.WriteString("name", "Local app");
                json.WriteEndObject();
            }
        },
        ["preview"] = (json, flow) =>
        {
            json.WriteStartObject("preview");
            json.WriteString(
                "preview_url",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"https://business.facebook.com/wa/manage/flows/{flow.Id}/preview/?token=local{flow.Preview}"));
            json.WriteString(
                "expires_at",
                (options.TimeProvider.GetUtcNow() + PreviewLife).ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        },
        LeftOut = FrozenSet.ToFrozenSet(["data_channel_uri", "health_status", "metric", "whatsapp_business_account"]),
    };

    public ApiResponse List(ApiCall call, EmulatedAccount account)
    {
        IReadOnlyList<string> fields = _fields.Read(call);
        return paging.Respond(call, book.Of(account), static flow => flow.Number, (json, flow) => Write(json, flow, fields));
    }

    public ApiResponse Create(ApiCall call, EmulatedAccount account)
    {
        string name = call.Required("name");
        string[] categories = Categories(call);
        FlowContent? content = null;
        ApiCall.Check(
            FlowManagementRules.Categories(categories, isRequired: true)
            ?? (book.IsTaken(account, name) ? FlowManagementRules.NameTaken() : null)
            ?? FlowManagementRules.Endpoint(call.Text("endpoint_uri"))
            ?? (call.Text("flow_json") is { Length: > 0 } text
                ? FlowManagementRules.Read(Encoding.UTF8.GetBytes(text), out content)
                : null));
        if (call.Text("clone_flow_id") is { Length: > 0 } source)
        {
            content ??= (Find(source) ?? throw new RefusedException(FlowManagementRules.Unknown())).Content;
        }

        FlowEntry made = book.Create(account, name, categories);
        made.EndpointUri = call.Text("endpoint_uri");
        made.Content = content;
        if (call.Flag("publish") == true && Obstacle(made) is null)
        {
            made.Status = "PUBLISHED";
        }

        return ApiResponse.Success(json =>
        {
            json.WriteString("id", made.Id);
            json.WriteBoolean("success", true);
            WriteMistakes(json, made.Content);
        });
    }

    public ApiResponse Read(ApiCall call, FlowEntry flow)
    {
        if (call.Text("fields")?.Contains("preview.invalidate(true)", StringComparison.Ordinal) == true)
        {
            flow.Preview++;
        }

        IReadOnlyList<string> fields = _fields.Read(call);
        Action<Utf8JsonWriter>? metric = figures.Read(call, flow);
        return ApiResponse.Success(json =>
        {
            Write(json, flow, fields);
            metric?.Invoke(json);
        });
    }

    /// <summary>Changes a flow. Meta's page of error codes refuses that of a published one; its page of the life of flows, which is
    /// younger, makes it a draft again.</summary>
    public ApiResponse Update(ApiCall call, FlowEntry flow)
    {
        string? name = call.Text("name");
        string[] categories = Categories(call);
        ApiCall.Check(
            FlowManagementRules.Change(flow.Status)
            ?? FlowManagementRules.Categories(categories, isRequired: false)
            ?? (name is not null && name != flow.Name && book.IsTaken(flow.Account, name) ? FlowManagementRules.NameTaken() : null)
            ?? FlowManagementRules.Endpoint(call.Text("endpoint_uri")));
        flow.Name = name ?? flow.Name;
        flow.EndpointUri = call.Text("endpoint_uri") ?? flow.EndpointUri;
        flow.ApplicationId = call.Text("application_id") ?? flow.ApplicationId;
        flow.Categories = categories.Length > 0 ? categories : flow.Categories;
        flow.Status = "DRAFT";
        return ApiResponse.Done();
    }

    public ApiResponse Delete(ApiCall call, FlowEntry flow)
    {
        ApiCall.Check(FlowManagementRules.Deletion(flow.Status));
        book.Remove(flow);
        return ApiResponse.Done();
    }

    public ApiResponse Publish(ApiCall call, FlowEntry flow)
    {
        ApiCall.Check(Obstacle(flow));
        flow.Status = "PUBLISHED";
        return ApiResponse.Done();
    }

    public static ApiResponse Deprecate(ApiCall call, FlowEntry flow)
    {
        ApiCall.Check(FlowManagementRules.Deprecation(flow.Status));
        flow.Status = "DEPRECATED";
        return ApiResponse.Done();
    }

    public static ApiResponse ReadAssets(ApiCall call, FlowEntry flow) => ApiResponse.Success(json =>
    {
        json.WriteStartArray("data");
        if (flow.Content is not null)
        {
            json.WriteStartObject();
            json.WriteString("name", "flow.json");
            json.WriteString("asset_type", "FLOW_JSON");
            json.WriteString("download_url", $"{call.Request.Origin}/{flow.Id}/flow.json");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static ApiResponse ReadJson(ApiCall call, FlowEntry flow) => flow.Content is { } content
        ? ApiResponse.AsIs(content.Json)
        : throw new RefusedException(Refusals.InvalidParameter("The flow has no JSON."));

    public static ApiResponse Upload(ApiCall call, FlowEntry flow)
    {
        byte[] json = call.Request.File?.Content.ToArray() ?? throw new RefusedException(Refusals.Required("file"));
        FlowContent? content = null;
        ApiCall.Check(
            FlowManagementRules.Change(flow.Status)
            ?? (call.Text("asset_type") is "FLOW_JSON"
                ? FlowManagementRules.Read(json, out content)
                : Refusals.NotOneOf("asset_type", "FLOW_JSON", call.Text("asset_type") ?? "")));
        flow.Content = content;
        flow.Status = "DRAFT";
        return ApiResponse.Success(json =>
        {
            json.WriteBoolean("success", true);
            WriteMistakes(json, content);
        });
    }

    /// <summary>Copies flows of another account; copies of published flows are published.</summary>
    public ApiResponse Migrate(ApiCall call, EmulatedAccount account)
    {
        EmulatedAccount source = accounts.Find(call.Required("source_waba_id"))
            ?? throw new RefusedException(Refusals.InvalidParameter("The source account does not exist."));
        string[] names = [.. new Place(call.Json("source_flow_names"), "source_flow_names").Items.Select(item => item.Text ?? "")];
        FlowEntry[] there = book.Of(source);
        List<(string Name, FlowEntry? From, FlowEntry? To)> done = [];
        foreach (string name in names.Length > 0 ? names : [.. there.Select(flow => flow.Name)])
        {
            FlowEntry? from = Array.Find(there, flow => flow.Name == name);
            FlowEntry? to = from is null || book.IsTaken(account, name) ? null : book.Create(account, name, from.Categories);
            if (to is not null)
            {
                (to.Content, to.EndpointUri) = (from!.Content, from.EndpointUri);
                to.Status = from.Status is "PUBLISHED" ? "PUBLISHED" : "DRAFT";
            }

            done.Add((name, from, to));
        }

        return ApiResponse.Success(json =>
        {
            json.WriteStartArray("migrated_flows");
            foreach ((string name, FlowEntry? from, FlowEntry? to) in done.Where(item => item.To is not null))
            {
                json.WriteStartObject();
                json.WriteString("source_name", name);
                json.WriteString("source_id", from!.Id);
                json.WriteString("migrated_id", to!.Id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("failed_flows");
            foreach ((string name, FlowEntry? from, _) in done.Where(item => item.To is null))
            {
                json.WriteStartObject();
                json.WriteString("source_name", name);
                json.WriteString("error_code", "4233041");
                json.WriteString("error_message", from is null
                    ? "Flows Migration Error: Flow name not found in source WABA."
                    : "Flows Migration Error: Flow with the same name exists in destination WABA.");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static string[] Categories(ApiCall call) =>
        [.. new Place(call.Json("categories"), "categories").Items.Select(item => item.Text ?? "")];

    private FlowEntry? Find(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        ? book.Find(number)
        : null;

    private Refusal? Obstacle(FlowEntry flow) => FlowManagementRules.Publication(
        flow.Status, flow.Content, flow.EndpointUri, accounts.NumbersOf(flow.Account).Any(number => number.PublicKey is not null));

    private void Write(Utf8JsonWriter json, FlowEntry flow, IReadOnlyList<string> fields)
    {
        _fields.Write(json, flow, fields);
        if (fields.Contains("health_status"))
        {
            WriteHealth(json, flow);
        }
    }

    private void WriteHealth(Utf8JsonWriter json, FlowEntry flow)
    {
        bool isSendable = flow.Status is "PUBLISHED" || Obstacle(flow) is null;
        json.WriteStartObject("health_status");
        json.WriteString("can_send_message", isSendable ? "AVAILABLE" : "BLOCKED");
        json.WriteStartArray("entities");
        json.WriteStartObject();
        json.WriteString("entity_type", "FLOW");
        json.WriteString("id", flow.Id);
        json.WriteString("can_send_message", isSendable ? "AVAILABLE" : "BLOCKED");
        if (!isSendable)
        {
            json.WriteStartArray("errors");
            json.WriteStartObject();
            json.WriteNumber("error_code", 131000);
            json.WriteString("error_description", Obstacle(flow)!.Details);
            json.WriteString("possible_solution", "https://developers.facebook.com/docs/whatsapp/flows/reference/error-codes");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("entity_type", "WABA");
        json.WriteString("id", flow.Account.Id.Value);
        json.WriteString("can_send_message", "AVAILABLE");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMistakes(Utf8JsonWriter json, FlowContent? content)
    {
        json.WriteStartArray("validation_errors");
        foreach (FlowMistake mistake in content?.Mistakes ?? [])
        {
            json.WriteStartObject();
            json.WriteString("error", mistake.Error);
            json.WriteString("error_type", "FLOW_JSON_ERROR");
            json.WriteString("message", mistake.Message);
            json.WriteNumber("line_start", 1);
            json.WriteNumber("line_end", 1);
            json.WriteNumber("column_start", 1);
            json.WriteNumber("column_end", 1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUnlessNull(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
