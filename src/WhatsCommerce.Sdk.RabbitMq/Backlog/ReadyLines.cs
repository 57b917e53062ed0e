namespace WhatsCommerce.Webhooks;

/// <summary>The conversations that may be leased: a line for each tenant, and the tenants in turn.</summary>
internal sealed class ReadyLines
{
    private readonly Dictionary<long, Queue<BacklogConversation>> _lines = [];
    private readonly Queue<long> _tenants = new();

    /// <summary>Adds a conversation to the line of its tenant, if it is not there.</summary>
    public void Enter(BacklogConversation conversation)
    {
        if (conversation.IsInLine)
        {
            return;
        }

        conversation.IsInLine = true;
        if (!_lines.TryGetValue(conversation.Tenant, out Queue<BacklogConversation>? line))
        {
            _lines.Add(conversation.Tenant, line = new());
            _tenants.Enqueue(conversation.Tenant);
        }

        line.Enqueue(conversation);
    }

    /// <summary>Takes the next conversation; <see langword="null"/> when there is none.</summary>
    public BacklogConversation? Next()
    {
        if (!_tenants.TryDequeue(out long tenant))
        {
            return null;
        }

        Queue<BacklogConversation> line = _lines[tenant];
        BacklogConversation next = line.Dequeue();
        next.IsInLine = false;
        if (line.Count > 0)
        {
            _tenants.Enqueue(tenant);
        }
        else
        {
            _lines.Remove(tenant);
        }

        return next;
    }
}
