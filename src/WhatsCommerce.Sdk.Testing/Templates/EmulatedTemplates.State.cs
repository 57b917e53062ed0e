namespace WhatsCommerce.Testing;

/// <content>The state that survives a restart.</content>
public sealed partial class EmulatedTemplates
{
    internal (string Name, string Status, string? Reason)[] Verdicts()
    {
        lock (_gate)
        {
            return [.. _verdicts.Select(pair => (pair.Key, pair.Value.Status, pair.Value.Reason))];
        }
    }

    internal (string Name, string Language, DateTimeOffset At)[] Deleted()
    {
        lock (_gate)
        {
            return [.. _deleted.Select(pair => (pair.Key.Name, pair.Key.Language, pair.Value))];
        }
    }

    internal void Restore(
        IEnumerable<TemplateEntry> entries,
        IEnumerable<(string Name, string Status, string? Reason)> verdicts,
        IEnumerable<(string Name, string Language, DateTimeOffset At)> deleted)
    {
        lock (_gate)
        {
            _entries.AddRange(entries);
            foreach ((string name, string status, string? reason) in verdicts)
            {
                _verdicts[name] = (status, reason);
            }

            foreach ((string name, string language, DateTimeOffset at) in deleted)
            {
                _deleted[(name, language)] = at;
            }
        }
    }
}
