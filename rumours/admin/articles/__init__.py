"""Articles at the desk: brought in, tagged, published."""

from rumours.admin.articles.desk import ArticleAdmin

__all__ = ["ArticleAdmin"]
