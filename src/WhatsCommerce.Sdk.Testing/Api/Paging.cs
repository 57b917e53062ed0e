using System.Buffers.Text;

namespace WhatsCommerce.Testing;

/// <summary>
/// Splits lists into pages: reads <c>limit</c>, <c>after</c> and <c>before</c>, and writes <c>data</c> and <c>paging</c>.
/// </summary>
internal sealed class Paging
{
    /// <summary>The total count, in the summary of a list.</summary>
    public const string TotalCount = "total_count";

    private const int DefaultLimit = 25;

    // Meta documents no upper limit; larger values are reduced to this one, as in Graph.
    private const int MaxLimit = 1_000;

    private int _epoch;

    /// <summary>Expires all cursors that were returned so far.</summary>
    public void ExpireCursors() => Interlocked.Increment(ref _epoch);

    /// <summary>Reads the requested page of a call.</summary>
    public PageRequest Read(ApiCall call)
    {
        int limit = call.Number("limit") ?? DefaultLimit;
        ApiCall.Check(limit == 0 ? new(400, 100, "(#100) Param limit must be greater than 0") : null);
        return new(ReadCursor(call.Text("after")), ReadCursor(call.Text("before")), Math.Min(limit, MaxLimit));
    }

    /// <summary>Responds with a page of a list that is sorted by its ids.</summary>
    public ApiResponse Respond<T>(
        ApiCall call,
        IReadOnlyList<T> sorted,
        Func<T, long> id,
        Action<Utf8JsonWriter, T> write,
        Func<T, bool>? holds = null,
        Action<Utf8JsonWriter>? summary = null) => Respond(
            call,
            Page<T>.Of(sorted, id, Read(call), holds),
            id,
            write,
            summary ?? (json => json.WriteNumber(TotalCount, holds is null ? sorted.Count : sorted.Count(holds))));

    /// <summary>Responds with a page of a list that is in an object below <c>data</c>.</summary>
    public ApiResponse Respond<T>(
        ApiCall call, IReadOnlyList<T> sorted, Func<T, long> id, Action<Utf8JsonWriter, T> write, string member)
    {
        Page<T> page = Page<T>.Of(sorted, id, Read(call), holds: null);
        return ApiResponse.Success(json =>
        {
            json.WriteStartObject("data");
            WriteItems(json, member, page, write);
            json.WriteEndObject();
            WritePaging(json, call, page, id);
        });
    }

    /// <summary>Responds with a page, and with a summary of the whole list if the request asks for one (<c>summary=</c>).</summary>
    public ApiResponse Respond<T>(
        ApiCall call, Page<T> page, Func<T, long> id, Action<Utf8JsonWriter, T> write, Action<Utf8JsonWriter> summary) =>
        ApiResponse.Success(json =>
    {
        WriteItems(json, "data", page, write);
        WritePaging(json, call, page, id);

        if (call.Text("summary") is { Length: > 0 } and not ("false" or "0"))
        {
            json.WriteStartObject("summary");
            summary(json);
            json.WriteEndObject();
        }
    });

    private static void WriteItems<T>(Utf8JsonWriter json, string name, Page<T> page, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in page.Items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePaging<T>(Utf8JsonWriter json, ApiCall call, Page<T> page, Func<T, long> id)
    {
        if (page.Items.Count > 0)
        {
            WritePaging(json, call.Request, Cursor(id(page.Items[0])), Cursor(id(page.Items[^1])), page.HasPrevious, page.HasNext);
        }
    }

    private static void WritePaging(Utf8JsonWriter json, ApiRequest request, string first, string last, bool hasPrevious, bool hasNext)
    {
        json.WriteStartObject("paging");
        json.WriteStartObject("cursors");
        json.WriteString("before", first);
        json.WriteString("after", last);
        json.WriteEndObject();
        if (hasPrevious)
        {
            json.WriteString("previous", Link(request, "before", first));
        }

        if (hasNext)
        {
            json.WriteString("next", Link(request, "after", last));
        }

        json.WriteEndObject();
    }

    // Some clients page by the link alone, so that it contains the token if the query did, as in Graph.
    private static string Link(ApiRequest request, string direction, string cursor)
    {
        StringBuilder link = new(request.Origin + request.Path + "?");
        foreach ((string name, string value) in request.Query)
        {
            if (name is not ("after" or "before"))
            {
                link.Append(CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}&");
            }
        }

        return link.Append(CultureInfo.InvariantCulture, $"{direction}={cursor}").ToString();
    }

    private string Cursor(long id) =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Volatile.Read(ref _epoch)}.{id}")));

    private long? ReadCursor(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        string text = Base64Url.IsValid(cursor) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor)) : "";
        return text.Split('.') is [var epoch, var id]
            && epoch == Volatile.Read(ref _epoch).ToString(CultureInfo.InvariantCulture)
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long found)
            ? found
            : throw new RefusedException(new Refusal(400, 131059, "(#131059) Invalid cursor")
            {
                Details = "The cursor is not valid or has expired: read the list again from its beginning.",
            });
    }
}
