namespace WhatsCommerce.Testing;

/// <summary>
/// The resumable uploads under way and the handles of those that arrived, in memory: no more than so many bytes together. Safe for use from
/// several threads.
/// </summary>
internal sealed class UploadSessions(CloudApiEmulatorOptions options, IdSequence ids)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<UploadSession> _oldestFirst = [];
    private long _bytes;

    /// <summary>Starts an upload, and forgets the oldest ones when there are too many bytes.</summary>
    public UploadSession Start(int length, string contentType, string fileName)
    {
        UploadSession session = new(ids.Next(), length, contentType, fileName, options.TimeProvider.GetUtcNow());
        lock (_gate)
        {
            _oldestFirst.AddLast(session);
            _bytes += length;
            while (_bytes > options.MediaByteLimit && _oldestFirst.Count > 1)
            {
                _bytes -= _oldestFirst.First!.Value.Length;
                _oldestFirst.RemoveFirst();
            }
        }

        return session;
    }

    public UploadSession? Find(string node)
    {
        lock (_gate)
        {
            return _oldestFirst.FirstOrDefault(session => session.Node == node);
        }
    }
}
