namespace VideoAnalysis.Local.Announcing;

/// <summary>Where the ends of analyses are posted.</summary>
/// <param name="Url">The receiver.</param>
/// <param name="Secret">What the posts are signed with; null for one that the data folder keeps.</param>
internal sealed record WebhookOptions(Uri Url, WebhookSecret? Secret = null);
