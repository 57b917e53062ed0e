using System.Collections.Frozen;
using System.Text.Json;
using WhatsCommerce.Testing.Judging;

namespace WhatsCommerce.Testing;

/// <summary>
/// Flows (forms): made, listed, filled, published, deprecated, deleted. What their JSON says is not judged. Source: Meta's published
/// OpenAPI description, flows.
/// </summary>
internal sealed class FlowEndpoints(FlowBook book, Paging paging)
{
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
        ["validation_errors"] = (json, _) => WriteNone(json, "validation_errors"),
        ["endpoint_uri"] = (json, flow) =>
        {
            if (flow.EndpointUri is { } address)
            {
                json.WriteString("endpoint_uri", address);
            }
        },
        ["json_version"] = (json, _) => json.WriteString("json_version", "7.1"),
        ["data_api_version"] = (json, _) => json.WriteString("data_api_version", "3.0"),
        ["preview"] = (json, flow) =>
        {
            json.WriteStartObject("preview");
            json.WriteString("preview_url", $"https://business.facebook.com/wa/manage/flows/{flow.Id}/preview/?token=local");
            json.WriteString("expires_at", "2100-01-01T00:00:00+0000");
            json.WriteEndObject();
        },
        LeftOut = FrozenSet.ToFrozenSet(["application", "health_status", "metric", "whatsapp_business_account"]),
    };

    public ApiAnswer List(ApiCall call, EmulatedAccount account)
    {
        IReadOnlyList<string> fields = _fields.Read(call);
        return paging.Answer(call, book.Of(account), static flow => flow.Number, (json, flow) => _fields.Write(json, flow, fields));
    }

    public ApiAnswer Create(ApiCall call, EmulatedAccount account)
    {
        string name = call.Required("name");
        string[] categories = [.. new Place(call.Json("categories"), "categories").Items.Select(item => item.Text ?? "")];
        ApiCall.Check(
            categories.Length == 0 ? Refusals.Required("categories")
            : book.Of(account).Any(flow => flow.Name == name) ? Refusals.InvalidParameter("There is a flow of that name.")
            : null);
        FlowEntry made = book.Create(account, name, categories);
        made.EndpointUri = call.Text("endpoint_uri");
        made.Screens = call.Text("flow_json") is { Length: > 0 } text ? System.Text.Encoding.UTF8.GetBytes(text) : null;
        bool isPublished = call.Flag("publish") == true && made.Screens is not null;
        made.Status = isPublished ? "PUBLISHED" : made.Status;
        return ApiAnswer.Success(json =>
        {
            json.WriteString("id", made.Id);
            json.WriteBoolean("success", true);
            WriteNone(json, "validation_errors");
        });
    }

    public ApiAnswer Read(ApiCall call, FlowEntry flow) => _fields.Answer(call, flow);

    public static ApiAnswer Update(ApiCall call, FlowEntry flow)
    {
        flow.Name = call.Text("name") ?? flow.Name;
        flow.EndpointUri = call.Text("endpoint_uri") ?? flow.EndpointUri;
        if (call.Json("categories") is { } categories)
        {
            flow.Categories = [.. new Place(categories, "categories").Items.Select(item => item.Text ?? "")];
        }

        return ApiAnswer.Done();
    }

    public ApiAnswer Delete(ApiCall call, FlowEntry flow)
    {
        Require(flow, "DRAFT");
        book.Remove(flow);
        return ApiAnswer.Done();
    }

    public static ApiAnswer Publish(ApiCall call, FlowEntry flow)
    {
        Require(flow, "DRAFT");
        ApiCall.Check(flow.Screens is null ? Refusals.InvalidParameter("The flow has no JSON: upload it as an asset first.") : null);
        flow.Status = "PUBLISHED";
        return ApiAnswer.Done();
    }

    public static ApiAnswer Deprecate(ApiCall call, FlowEntry flow)
    {
        Require(flow, "PUBLISHED");
        flow.Status = "DEPRECATED";
        return ApiAnswer.Done();
    }

    public static ApiAnswer ReadAssets(ApiCall call, FlowEntry flow) => ApiAnswer.Success(json =>
    {
        json.WriteStartArray("data");
        if (flow.Screens is not null)
        {
            json.WriteStartObject();
            json.WriteString("name", "flow.json");
            json.WriteString("asset_type", "FLOW_JSON");
            json.WriteString("download_url", $"https://scontent.xx.fbcdn.net/local/{flow.Id}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static ApiAnswer Upload(ApiCall call, FlowEntry flow)
    {
        Require(flow, "DRAFT");
        byte[] content = call.Request.File?.Content.ToArray() ?? throw new RefusedException(Refusals.Required("file"));
        ApiCall.Check(call.Text("asset_type") is "FLOW_JSON"
            ? null
            : Refusals.NotOneOf("asset_type", "FLOW_JSON", call.Text("asset_type") ?? ""));
        try
        {
            using JsonDocument document = JsonDocument.Parse(content);
        }
        catch (JsonException exception)
        {
            throw new RefusedException(Refusals.InvalidParameter($"The flow is no JSON: {exception.Message}"));
        }

        flow.Screens = content;
        return ApiAnswer.Success(json =>
        {
            json.WriteBoolean("success", true);
            WriteNone(json, "validation_errors");
        });
    }

    private static void Require(FlowEntry flow, string status) => ApiCall.Check(
        flow.Status == status ? null : Refusals.InvalidParameter($"The flow is {flow.Status}; it must be {status}."));

    private static void WriteNone(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray(name);
        json.WriteEndArray();
    }
}
