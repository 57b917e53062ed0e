namespace WhatsCommerce.Testing;

/// <summary>The events of a local Stripe, as <c>GET /v1/events</c> lists them. Used under the lock of its provider.</summary>
internal sealed class StripeEvents(TimeProvider time, int limit)
{
    private readonly OrderedDictionary<string, JsonObject> _events = new(StringComparer.Ordinal);

    /// <summary>The API version that they name.</summary>
    public string Version { get; set; } = "2026-10-28.endive";

    /// <summary>The last first.</summary>
    public IEnumerable<JsonObject> All => _events.Values.Reverse();

    public JsonObject Add(string type, JsonObject about)
    {
        string id = "evt_" + LocalIds.Random(24);
        JsonObject made = new()
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = Version,
            ["created"] = time.GetUtcNow().ToUnixTimeSeconds(),
            ["data"] = new JsonObject { ["object"] = about },
            ["livemode"] = false,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
            ["type"] = type,
        };
        _events.Add(id, made);
        if (_events.Count > limit)
        {
            _events.RemoveAt(0);
        }

        return made;
    }

    public JsonObject? Find(string id) => _events.GetValueOrDefault(id);
}
