namespace WhatsCommerce.Catalogs;

/// <summary>Meta has not ended an upload of a feed in time. It may still do so.</summary>
public sealed class FeedUploadUnfinishedException : WhatsCommerceException
{
    internal FeedUploadUnfinishedException(string message, FeedUpload last)
        : base(message) => Last = last;

    /// <summary>How far it was when last asked.</summary>
    public FeedUpload Last { get; }
}
